using AllianceApi.Graph;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs.Checks;

/// <summary>A fact of a statement in a file, and where its parts stand.</summary>
internal sealed record PlacedFact(Fact Fact, PackNode Node)
{
    private PackSequence? Parts => Node as PackSequence ?? (Node as PackMapping)?["fact"] as PackSequence;

    public PackNode Subject => Part(0);

    public PackNode Name => Part(1);

    public PackNode Target => Part(2);

    /// <summary>Whether all three parts could be read.</summary>
    public bool IsWhole => Fact.Subject.Length > 0 && Fact.Name.Length > 0 && Fact.Target.Length > 0;

    public PackNode? Time(string key) => (Node as PackMapping)?[key];

    /// <summary>The facts of a statement, those that it asserts first.</summary>
    public static IEnumerable<PlacedFact> Of(Placed<Statement> statement) =>
        Zip(statement.Record.Asserts, statement.Node["asserts"]).Concat(Zip(statement.Record.Denies, statement.Node["denies"]));

    private static IEnumerable<PlacedFact> Zip(List<Fact> facts, PackNode? nodes) =>
        facts.Zip(PackRecords.Items(nodes), (fact, node) => new PlacedFact(fact, node));

    private PackNode Part(int index) => Parts is { } parts && index < parts.Items.Count ? parts.Items[index] : Node;
}
