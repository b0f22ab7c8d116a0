using AllianceApi.Kinds;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs.Checks;

/// <summary>One id is one thing.</summary>
internal static class IdChecks
{
    public static void Run(PackContext pack)
    {
        Unique(pack, "document", pack.Draft.Documents.Select(document => (document.Record.Id, Node(document))));
        Unique(pack, "entity", pack.Draft.Entities.Select(entity => (entity.Record.Id, Node(entity))));
        Unique(pack, "statement", pack.Draft.Statements.Select(statement => (statement.Record.Id, Node(statement))));
        UniquePredicates(pack);
        OneKind(pack);
        OneDocument(pack);
    }

    private static void Unique(PackContext pack, string what, IEnumerable<(string Id, Func<PackMapping> Node)> records)
    {
        var seen = new Dictionary<string, Func<PackMapping>>(StringComparer.Ordinal);
        foreach (var (id, node) in records)
        {
            if (id.Length > 0 && !seen.TryAdd(id, node))
                Twice(pack, node()["id"]!, $"the {what} '{id}' is there already", seen[id]());
        }
    }

    /// <summary>Predicates, their inverses, members, attributes and reserved names are one namespace.</summary>
    private static void UniquePredicates(PackContext pack)
    {
        var seen = new Dictionary<string, PackNode?>(StringComparer.Ordinal);
        foreach (var known in pack.Known.Predicates.Values.Where(known => !pack.Predicates.ContainsKey(known.Id)))
        {
            seen.TryAdd(known.Id, null);
            if (known.InverseId is { } inverse)
                seen.TryAdd(inverse, null);
        }
        foreach (var (predicate, node) in pack.Draft.Predicates)
        {
            Claim(pack, seen, predicate.Id, node["id"]);
            Claim(pack, seen, predicate.InverseId, node.At("inverse.id"));
        }
    }

    private static void Claim(PackContext pack, Dictionary<string, PackNode?> seen, string? id, PackNode? place)
    {
        if (string.IsNullOrEmpty(id) || place is null)
            return;
        if (ReservedNames.MeaningOf(id) is { } meaning)
            pack.Report(place, $"'{id}' is {meaning}.",
                "Choose another name: predicates, inverses, attributes, members and reserved names share one namespace.");
        else if (!seen.TryAdd(id, place))
            Twice(pack, place, $"'{id}' names a predicate or an inverse already", seen[id]);
    }

    private static void OneKind(PackContext pack)
    {
        foreach (var placed in pack.Draft.Entities)
        {
            if (pack.Known.KindOf(placed.Record.Id) is { } known && known != Catalogue.Of(placed.Record))
                pack.Report(placed.At("kind"), $"'{placed.Record.Id}' is {Words.A(known.Id)} in the graph.",
                    "Keep its kind, or give the new thing an id of its own.");
        }
    }

    private static void OneDocument(PackContext pack)
    {
        foreach (var placed in pack.Draft.Statements)
        {
            var statement = placed.Record;
            if (pack.Known.DocumentOfStatement(statement.Id) is { } known && !pack.DocumentIds.Contains(known) && known != pack.DocumentOf(statement))
                pack.Report(placed.At("id"), $"the statement '{statement.Id}' is there already, on the document '{known}'.", "Give it an id of its own.");
        }
    }

    private static Func<PackMapping> Node<T>(Placed<T> placed) => () => placed.Node;

    private static void Twice(PackContext pack, PackNode place, string message, PackNode? first) =>
        pack.Report(place, first is null ? $"{message} in the graph." : $"{message}: {first.File}:{first.Line}:{first.Column}.",
            "Give one of them another id, or take one out.");
}
