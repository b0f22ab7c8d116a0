using System.Text;
using System.Text.Json;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs.Ndjson;

/// <summary>Reads JSON, a line or a whole file, into a tree that knows its places, as YAML is read.</summary>
internal ref struct JsonNodes
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 32 };

    private readonly string _file;
    private int _line;
    private readonly ReadOnlySpan<byte> _json;
    private readonly List<PackProblem> _problems;
    private Utf8JsonReader _reader;
    private int _counted;
    private int _column;

    private JsonNodes(string file, int line, ReadOnlySpan<byte> json, List<PackProblem> problems)
    {
        _json = json;
        (_file, _line, _problems) = (file, line, problems);
        _reader = new Utf8JsonReader(json, Options);
        _column = 1;
    }

    /// <summary>The root of the line, or null where it is no JSON; why not is added to <paramref name="problems"/>.</summary>
    public static PackNode? Read(string file, int line, ReadOnlySpan<byte> json, List<PackProblem> problems) =>
        Read(file, line, json, "Write one JSON object a line.", problems);

    /// <summary>The root of a file that is one JSON value, or null where it is none.</summary>
    public static PackNode? ReadFile(string file, ReadOnlySpan<byte> json, List<PackProblem> problems) =>
        Read(file, 1, json, "Write one JSON object.", problems);

    private static PackNode? Read(string file, int line, ReadOnlySpan<byte> json, string mend, List<PackProblem> problems)
    {
        var nodes = new JsonNodes(file, line, json, problems);
        try
        {
            nodes._reader.Read();
            var root = nodes.Node();
            // Whatever stands behind the value makes the reader fail.
            nodes._reader.Read();
            return root;
        }
        catch (JsonException error)
        {
            problems.Add(new PackProblem(file, line + (int)(error.LineNumber ?? 0), (int)(error.BytePositionInLine ?? 0) + 1, "this is not JSON.", mend));
        }
        catch (InvalidOperationException)
        {
            problems.Add(new PackProblem(file, nodes._line, nodes.Column(), "the text is not Unicode: a byte or an escape of it stands for no character.", "Save the file as UTF-8."));
        }
        return null;
    }

    private PackNode Node()
    {
        var column = Column();
        var line = _line;
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Mapping(line, column);
            case JsonTokenType.StartArray:
                var list = new PackSequence(_file, line, column);
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                    list.Items.Add(Node());
                return list;
            case JsonTokenType.String:
                return Scalar(column, _reader.GetString()!, ScalarType.Text);
            case JsonTokenType.Number:
                return Scalar(column, Encoding.UTF8.GetString(_reader.ValueSpan), ScalarType.Number);
            case JsonTokenType.Null:
                return Scalar(column, "", ScalarType.Nothing);
            default:
                return Scalar(column, _reader.TokenType == JsonTokenType.True ? "true" : "false", ScalarType.Boolean);
        }
    }

    private PackMapping Mapping(int line, int column)
    {
        var mapping = new PackMapping(_file, line, column);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var key = Scalar(Column(), _reader.GetString()!, ScalarType.Text);
            _reader.Read();
            if (!mapping.TryAdd(key, Node()))
                _problems.Add(key.Problem($"'{key.Value}' comes twice in one mapping.", "Keep one of them."));
        }
        return mapping;
    }

    private readonly PackScalar Scalar(int column, string value, ScalarType type) => new(_file, _line, column, value, type);

    /// <summary>The column of the token, in characters from 1, counted on from the token before, as its line is.</summary>
    private int Column()
    {
        var start = (int)_reader.TokenStartIndex;
        foreach (var unit in _json[_counted..start])
        {
            if (unit == '\n')
                (_line, _column) = (_line + 1, 1);
            else
                _column += (unit & 0xC0) == 0x80 ? 0 : 1;
        }
        _counted = start;
        return _column;
    }
}
