using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Graph.Patterns;
using AllianceApi.Http;
using AllianceApi.Shapes;

namespace AllianceApi.Verification;

/// <summary>Reads a triple. An entity that is not known is an answer, a predicate that is not known an error.</summary>
internal sealed class TripleReader(Snapshot graph, FindGone gone, BodyReader body)
{
    /// <summary>For so many misspelt names of a request something nearer is looked for.</summary>
    private const int MostSuggestions = 50;

    private readonly Dictionary<string, int?> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _suggestions = new(StringComparer.Ordinal);
    private readonly Lazy<string[]> _names = new(() =>
    [
        .. graph.Schema.Predicates.SelectMany(row => new[] { row.Id, row.Predicate.InverseId }).OfType<string>(),
        .. LiteralNames.Attributes,
    ]);

    public TripleClaim? Read(JsonElement triple, string pointer)
    {
        if (triple.ValueKind != JsonValueKind.Array || triple.GetArrayLength() != 3)
        {
            body.Refuse(pointer, "A triple is a list of three: an entity's id, a predicate or attribute, and an id or a value.");
            return null;
        }
        var parts = new string[3];
        for (var i = 0; i < 3; i++)
        {
            if (triple[i].ValueKind == JsonValueKind.String)
                parts[i] = triple[i].GetString()!;
            else
                body.Refuse($"{pointer}/{i}", i < 2 ? "Here stands an id." : "Here stands an id, or a value in quotes: write \"1953\", not 1953.");
        }
        return Array.TrueForAll(parts, part => part is not null) ? Read(parts[0], parts[1], parts[2], pointer) : null;
    }

    private TripleClaim? Read(string first, string name, string third, string pointer)
    {
        var own = graph.Schema.Find(name);
        if ((own ?? graph.Schema.FindInverse(name)) is { } predicate)
        {
            var (subject, target) = own is null ? (third, first) : (first, third);
            return new TripleClaim(Entity(subject) is { } from && Entity(target) is { } to ? new FactKey(from, false, predicate, to, null, null) : null);
        }
        if (!LiteralNames.IsAttribute(name))
            return Unknown(name, $"{pointer}/1");
        if (!LiteralNames.IsDate(name) || PartialDate.TryParse(third, null, out _))
            return new TripleClaim(Entity(first) is { } row ? new FactKey(row, false, null, -1, new Literal(name, third), null) : null);
        body.Refuse($"{pointer}/2", $"'{BodyReader.Short(third)}' is no date. {PartialDate.Form}");
        return null;
    }

    /// <summary>An entity's row, or that of what it was merged into; looked up once a request.</summary>
    private int? Entity(string id)
    {
        if (!_entities.TryGetValue(id, out var row))
            _entities[id] = row = graph.FindEntity(id) ?? (Missing.Merged(graph, gone, id) is { } stays ? graph.FindEntity(stays) : null);
        return row;
    }

    private TripleClaim? Unknown(string name, string pointer)
    {
        if (LiteralNames.IsMember(name))
        {
            body.Refuse(pointer, $"'{name}' is how the graph itself classes or names an entity: no passage says it, so that there is nothing to verify it by.");
            return null;
        }
        if (!_suggestions.TryGetValue(name, out var question) && _suggestions.Count < MostSuggestions)
            _suggestions[name] = question = Nearest.Question(Nearest.To(name, _names.Value));
        body.Refuse(pointer, $"There is no predicate or attribute '{BodyReader.Short(name)}'.{question} See /api/v1/schema.");
        return null;
    }
}
