using AllianceApi.Graph;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs.Checks;

/// <summary>A fact of a statement in a file, and where its parts stand, for who asks.</summary>
internal sealed class PlacedFact(Fact fact, Placed<Statement> statement, string list, int index)
{
    public Fact Fact => fact;

    public PackNode Node => PackRecords.Items(statement.Node[list])[index];

    public PackNode Subject => Part(0);

    public PackNode Name => Part(1);

    public PackNode Target => Part(2);

    /// <summary>Whether all three parts could be read.</summary>
    public bool IsWhole => fact.Subject.Length > 0 && fact.Name.Length > 0 && fact.Target.Length > 0;

    /// <summary>What is written for a bound of its time; what was read without a tree has none.</summary>
    public PackNode? Time(string key) => statement.HasTree ? (Node as PackMapping)?[key] : null;

    /// <summary>The facts of a statement, those that it asserts first.</summary>
    public static IEnumerable<PlacedFact> Of(Placed<Statement> statement) =>
        statement.Record.Asserts.Select((fact, index) => new PlacedFact(fact, statement, "asserts", index))
            .Concat(statement.Record.Denies.Select((fact, index) => new PlacedFact(fact, statement, "denies", index)));

    private PackNode Part(int part)
    {
        var node = Node;
        return (node as PackSequence ?? (node as PackMapping)?["fact"] as PackSequence) is { } parts && part < parts.Items.Count ? parts.Items[part] : node;
    }
}
