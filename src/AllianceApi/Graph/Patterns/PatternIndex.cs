namespace AllianceApi.Graph.Patterns;

/// <summary>What terms with free ends are looked up in, each made at its first use; successors keep it up. Rows by id.</summary>
internal static class PatternIndex
{
    /// <summary>All facts.</summary>
    public static RowRange Facts(Snapshot graph) => graph.Remember("pattern facts", graph => KeyedRows.Of(graph, RowsOf.Facts, (_, _) => "")).All;

    /// <summary>The attributes of a name that have this very text.</summary>
    public static RowRange Attributes(Snapshot graph, string name, string text) =>
        graph.Remember(("pattern attributes", name), graph => KeyedRows.Of(graph, RowsOf.Facts, (graph, row) => graph.Facts[row].Literal is { } literal && literal.Name == name ? literal.Value : null))
            .With(text);

    /// <summary>The entities that have a member.</summary>
    public static RowRange Entities(Snapshot graph, string member) =>
        graph.Remember(("pattern entities", member), graph => KeyedRows.Of(graph, RowsOf.Entities, (graph, row) => LiteralNames.Read(graph.Entities[row], member) is null ? null : "")).All;

    /// <summary>The entities whose member has this very text.</summary>
    public static RowRange Entities(Snapshot graph, string member, string text) =>
        graph.Remember(("pattern members", member), graph => KeyedRows.Of(graph, RowsOf.Entities, (graph, row) => LiteralNames.Read(graph.Entities[row], member))).With(text);

    /// <summary>How many facts a name has, and how many different ends these have.</summary>
    public static NameCount Count(Snapshot graph, string name) => graph.Remember("pattern counts", NameCounts.Of)[name];

    /// <summary>The relations of entities to themselves, which stand in one of the two groups only, by the id of the entity.</summary>
    public static KeyedRows Loops(Snapshot graph) =>
        graph.Remember("pattern loops", graph => KeyedRows.Of(graph, RowsOf.Facts, (graph, row) => graph.Facts[row] is var fact && fact.Subject == fact.Object ? graph.Entities[fact.Subject].Id : null));

    /// <summary>The relations of an entity to itself.</summary>
    public static RowRange Loops(Snapshot graph, int entity) => Loops(graph).With(graph.Entities[entity].Id);
}
