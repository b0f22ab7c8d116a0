using AllianceApi.Shapes;

namespace AllianceApi.Graph;

/// <summary>Connects the rows of a snapshot: entities with their facts and statements, passages with theirs.</summary>
internal static class Adjacency
{
    public static void Connect(Snapshot graph)
    {
        var relations = Lists(graph.Entities.Length);
        var attributes = Lists(graph.Entities.Length);
        for (var row = 0; row < graph.Facts.Length; row++)
        {
            var fact = graph.Facts[row];
            if (fact.Predicate is null)
            {
                attributes[fact.Subject].Add(row);
                continue;
            }
            fact.Predicate.Count++;
            relations[fact.Subject].Add(row);
            if (fact.Object != fact.Subject)
                relations[fact.Object].Add(row);
        }

        var mentions = Lists(graph.Entities.Length);
        for (var row = 0; row < graph.Statements.Length; row++)
        {
            foreach (var entity in graph.Statements[row].Mentions)
                mentions[entity].Add(row);
        }

        for (var row = 0; row < graph.Entities.Length; row++)
        {
            var entity = graph.Entities[row];
            entity.Attributes = [.. attributes[row]];
            entity.Statements = [.. mentions[row]];
            (entity.Relations, entity.Groups) = Grouped(graph, row, relations[row]);
        }
        ConnectPassages(graph);
    }

    /// <summary>How an entity stands in a relation of its own.</summary>
    public static GroupDirection DirectionOf(FactRow relation, int entity) =>
        relation.Predicate!.Predicate.Symmetric ? GroupDirection.Both : relation.Subject == entity ? GroupDirection.Out : GroupDirection.In;

    private static (int[] Relations, Group[] Groups) Grouped(Snapshot graph, int entity, List<int> relations)
    {
        var groups = relations
            .GroupBy(row => (Predicate: graph.Facts[row].Predicate!, Direction: DirectionOf(graph.Facts[row], entity)))
            .OrderBy(group => group.Key.Predicate.Id, StringComparer.Ordinal).ThenBy(group => group.Key.Direction);
        var sorted = new List<int>(relations.Count);
        var bounds = new List<Group>();
        foreach (var group in groups)
        {
            var start = sorted.Count;
            sorted.AddRange(group.Order());
            bounds.Add(new Group(group.Key.Predicate, group.Key.Direction, start, sorted.Count - start));
        }
        return ([.. sorted], [.. bounds]);
    }

    private static void ConnectPassages(Snapshot graph)
    {
        var citing = Lists(graph.Passages.Length);
        for (var row = 0; row < graph.Statements.Length; row++)
        {
            foreach (var passage in graph.Statements[row].Passages)
                citing[passage].Add(row);
        }
        for (var row = 0; row < graph.Passages.Length; row++)
        {
            graph.Passages[row].Statements = [.. citing[row]];
            if (citing[row].Count > 0)
                graph.Documents[graph.Passages[row].Document].Cited++;
        }
    }

    private static List<int>[] Lists(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
}
