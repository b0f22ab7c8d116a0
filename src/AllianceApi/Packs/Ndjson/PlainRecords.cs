using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Packs.Validators;

namespace AllianceApi.Packs.Ndjson;

/// <summary>
/// Reads lines whose records are as they should be straight into records: most of a large pack. It holds them to all that the schema and the validators ask,
/// and gives nothing where one of it may not hold, or where a record is written in an unusual way: then it is read as a tree, which says what is wrong and where.
/// </summary>
internal sealed class PlainRecords
{
    /// <summary>The number of a kind's first member among the keys of an entity.</summary>
    private const int FirstMember = 8;

    private readonly TextPool _pool = new();

    public object? Read(ReadOnlySpan<byte> line)
    {
        var values = new PlainValues(line, _pool);
        try
        {
            if (!values.Next(JsonTokenType.StartObject) || !values.NextKey() || !values.Is("type"u8, 30) || !values.Id(out var type) || !values.NextKey() || !values.Is("record"u8, 31) || !values.Next(JsonTokenType.StartObject))
                return null;
            object? record = type switch
            {
                "statement" => Statement(ref values),
                "entity" => Entity(ref values),
                _ => null,
            };
            return record is not null && values.ObjectIsOver && values.Next(JsonTokenType.EndObject) && values.IsOver ? record : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Statement? Statement(ref PlainValues values)
    {
        var statement = new Statement { Id = "", Document = "", Text = "" };
        while (values.NextKey())
        {
            if (!Member(ref values, statement))
                return null;
        }
        return PublicId.IsValid(statement.Id) && statement.Passages.Count is > 0 and <= Limits.Passages && statement.Text.Length > 0
            && TextRules.Fault(statement.Text, Limits.Text) is null && (statement.Qualifier is null || TextRules.Fault(statement.Qualifier, Limits.Qualifier) is null)
            ? statement : null;
    }

    private static bool Member(ref PlainValues values, Statement statement)
    {
        string text;
        if (values.Is("id"u8, 0))
            return values.Text(out text) && (statement.Id = text).Length > 0;
        if (values.Is("document"u8, 1))
            return values.Id(out text) && (statement.Document = text).Length > 0;
        if (values.Is("passages"u8, 2))
            return values.Ids(statement.Passages);
        if (values.Is("text"u8, 3))
            return values.Text(out text) && (statement.Text = text).Length > 0;
        if (values.Is("qualifier"u8, 4))
            return values.Text(out text) && (statement.Qualifier = text).Length > 0;
        if (values.Is("attributedTo"u8, 5))
            return values.Ids(statement.AttributedTo);
        if (values.Is("modality"u8, 6))
            return values.Id(out text) && PackRecords.Modalities.TryGetValue(text, out var modality) && (statement.Modality = modality) == modality;
        if (values.Is("asserts"u8, 7))
            return Facts(ref values, statement.Asserts, negated: false);
        return values.Is("denies"u8, 8) && Facts(ref values, statement.Denies, negated: true);
    }

    private static bool Facts(ref PlainValues values, List<Fact> into, bool negated)
    {
        if (!values.Next(JsonTokenType.StartArray))
            return false;
        while (values.NextItem())
        {
            // One with a time is left to the tree.
            if (values.Token != JsonTokenType.StartArray || !values.Parts(out var subject, out var name, out var target))
                return false;
            into.Add(PackRecords.Fact(subject, name, target, negated));
        }
        return values.Token == JsonTokenType.EndArray;
    }

    private static Entity? Entity(ref PlainValues values)
    {
        // The kind says which other keys there are.
        if (!values.NextKey() || !values.Is("id"u8, 0) || !values.Text(out var id) || !values.NextKey() || !values.Is("kind"u8, 1) || !values.Id(out var word) || Catalogue.Find(word) is not { } kind)
            return null;
        var entity = kind.Create();
        (entity.Id, entity.Name, entity.Summary) = (id, "", "");
        while (values.NextKey())
        {
            if (!Member(ref values, entity, kind))
                return null;
        }
        return IsWhole(entity) && HasMembers(in values, kind) ? entity : null;
    }

    private static bool Member(ref PlainValues values, Entity entity, Kind kind)
    {
        string text;
        if (values.Is("name"u8, 2))
            return values.Text(out text) && (entity.Name = text).Length > 0;
        if (values.Is("aliases"u8, 3))
            return values.Ids(entity.Aliases);
        if (values.Is("summary"u8, 4))
            return values.Text(out text) && (entity.Summary = text).Length > 0;
        if (values.Is("summaryEvidence"u8, 5))
            return values.Ids(entity.SummaryEvidence);
        for (var i = 0; i < kind.Members.Count; i++)
        {
            var member = kind.Members[i];
            if (!values.Is(member.Name, FirstMember + i))
                continue;
            if (!values.Text(out text) || !IsRight(member, text))
                return false;
            member.Write(entity, text);
            return true;
        }
        // Other identifiers are left to the tree, unless there are none.
        return values.Is("sameAs"u8, 6) && values.Ids(entity.SameAs) && entity.SameAs.Count == 0;
    }

    private static bool IsRight(Field member, string value) => member.Type switch
    {
        FieldType.Choice => member.Choices.Contains(value, StringComparer.Ordinal),
        FieldType.Text => TextRules.Fault(value, Limits.Text) is null,
        _ => false,
    };

    private static bool IsWhole(Entity entity) =>
        PublicId.IsValid(entity.Id) && entity.Name.Length > 0 && entity.Summary.Length > 0 && entity.SummaryEvidence.Count > 0
        && TextRules.Fault(entity.Name, Limits.Name) is null && TextRules.Fault(entity.Summary, Limits.Text) is null
        && entity.Aliases.TrueForAll(alias => alias != entity.Name && TextRules.Fault(alias, Limits.Name) is null);

    private static bool HasMembers(in PlainValues values, Kind kind)
    {
        for (var i = 0; i < kind.Members.Count; i++)
        {
            if (kind.Members[i].Required && !values.Has(FirstMember + i))
                return false;
        }
        return true;
    }
}
