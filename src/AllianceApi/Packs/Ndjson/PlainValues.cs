using System.Text.Json;

namespace AllianceApi.Packs.Ndjson;

/// <summary>Reads the values of a record that are as they should be; whatever is not is said by a false, and not what is wrong with it.</summary>
internal ref struct PlainValues(ReadOnlySpan<byte> line, TextPool pool)
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 32 };

    private Utf8JsonReader _reader = new(line, Options);
    private uint _seen;

    public bool Next(JsonTokenType type) => _reader.Read() && _reader.TokenType == type;

    public bool IsOver => !_reader.Read();

    /// <summary>Whether another key follows; behind the last key of an object the object is over.</summary>
    public bool NextKey() => Next(JsonTokenType.PropertyName);

    public readonly bool ObjectIsOver => _reader.TokenType == JsonTokenType.EndObject;

    /// <summary>Whether the key is this one, and comes for the first time.</summary>
    public bool Is(ReadOnlySpan<byte> key, int number) => _reader.ValueTextEquals(key) && IsFirst(number);

    public bool Is(string key, int number) => _reader.ValueTextEquals(key) && IsFirst(number);

    /// <summary>Whether the key of this number has come.</summary>
    public readonly bool Has(int number) => (_seen & (1u << number)) != 0;

    /// <summary>A text that is not empty.</summary>
    public bool Text(out string text)
    {
        text = Next(JsonTokenType.String) ? _reader.GetString()! : "";
        return text.Length > 0;
    }

    /// <summary>The like, of which there may be many.</summary>
    public bool Id(out string id)
    {
        id = Next(JsonTokenType.String) ? Pooled() : "";
        return id.Length > 0;
    }

    /// <summary>Ids, each once.</summary>
    public bool Ids(List<string> into)
    {
        if (!Next(JsonTokenType.StartArray))
            return false;
        while (Next(JsonTokenType.String))
        {
            var id = Pooled();
            if (id.Length == 0 || into.Contains(id, StringComparer.Ordinal))
                return false;
            into.Add(id);
        }
        return _reader.TokenType == JsonTokenType.EndArray;
    }

    /// <summary>Goes into a list and through its items, each of which may begin with this token.</summary>
    public bool NextItem() => _reader.Read() && _reader.TokenType != JsonTokenType.EndArray;

    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>The three parts of a fact, whose list has begun.</summary>
    public bool Parts(out string subject, out string name, out string target)
    {
        (name, target) = ("", "");
        return Id(out subject) && Id(out name) && Id(out target) && Next(JsonTokenType.EndArray);
    }

    private bool IsFirst(int number)
    {
        var first = !Has(number);
        _seen |= 1u << number;
        return first;
    }

    private readonly string Pooled() => _reader.HasValueSequence || _reader.ValueIsEscaped ? _reader.GetString()! : pool.Of(_reader.ValueSpan) ?? _reader.GetString()!;
}
