using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs;

/// <summary>A record and the node that it was read from.</summary>
internal sealed record Placed<T>(T Record, PackMapping Node)
{
    public PackNode At(string path) => Node.At(path);
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

    private Func<PackRecord, string, PackPlace> Places()
    {
        var nodes = new Dictionary<(PackRecord, string), PackNode>();
        Documents.ForEach(document => nodes[(PackRecord.Document, document.Record.Id)] = document.Node);
        Predicates.ForEach(predicate => nodes[(PackRecord.Predicate, predicate.Record.Id)] = predicate.Node);
        Entities.ForEach(entity => nodes[(PackRecord.Entity, entity.Record.Id)] = entity.Node);
        Statements.ForEach(statement => nodes[(PackRecord.Statement, statement.Record.Id)] = statement.Node);
        return (type, id) =>
        {
            var node = nodes[(type, id)];
            return new PackPlace(node.File, node.Line, node.Column);
        };
    }
}
