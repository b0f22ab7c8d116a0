using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Packs.Ndjson;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs;

/// <summary>A record and where it stands.</summary>
internal sealed class Placed<T>
{
    private PackMapping? _node;
    private readonly LinePlace? _place;

    public Placed(T record, PackMapping node) => (Record, _node) = (record, node);

    public Placed(T record, LinePlace place) => (Record, _place) = (record, place);

    public T Record { get; }

    /// <summary>Whether it was read from a tree.</summary>
    public bool HasTree => _place is null;

    /// <summary>The node that it was read from, or is read from now: what is right needs none.</summary>
    public PackMapping Node => _node ??= _place!.Node();

    /// <summary>The node under a key, or the record's where it has none.</summary>
    public PackNode At(string key) => Node is var node && node[key] is { } found ? found : node;

    public void Deconstruct(out T record, out PackMapping node) => (record, node) = (Record, Node);
}

/// <summary>A pack as far as it could be read, before anybody has looked whether it makes sense.</summary>
internal sealed class PackDraft
{
    public List<Placed<Document>> Documents { get; } = [];

    public List<Placed<Predicate>> Predicates { get; } = [];

    public List<Placed<Entity>> Entities { get; } = [];

    public List<Placed<Statement>> Statements { get; } = [];

    /// <summary>Ids of entities whose kind is missing or unknown: they exist, and nothing more can be said of them.</summary>
    public HashSet<string> WithoutKind { get; } = new(StringComparer.Ordinal);

    public Pack ToPack() => new()
    {
        Documents = [.. Documents.Select(document => document.Record)],
        Predicates = [.. Predicates.Select(predicate => predicate.Record)],
        Entities = [.. Entities.Select(entity => entity.Record)],
        Statements = [.. Statements.Select(statement => statement.Record)],
        PlaceOf = Places(),
    };

    /// <summary>Looked for when one is asked for, which is where something is wrong.</summary>
    private Func<PackRecord, string, PackPlace> Places() => (type, id) =>
    {
        var node = type switch
        {
            PackRecord.Document => Documents.Last(placed => placed.Record.Id == id).Node,
            PackRecord.Predicate => Predicates.Last(placed => placed.Record.Id == id).Node,
            PackRecord.Entity => Entities.Last(placed => placed.Record.Id == id).Node,
            _ => Statements.Last(placed => placed.Record.Id == id).Node,
        };
        return new PackPlace(node.File, node.Line, node.Column);
    };
}
