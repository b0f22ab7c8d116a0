namespace AllianceApi.Tests.Support;

/// <summary>A graph of one relation on which there are more statements than a list counts out.</summary>
public sealed class TalkativeGraph() : MadeGraph(Lines())
{
    internal const int Statements = 10_001;

    private static IEnumerable<string> Lines() =>
    [
        "entities:",
        "  - { id: pact, kind: treaty, name: Pact, summary: A treaty., summaryEvidence: [said-0] }",
        "  - { id: state, kind: actor, type: state, name: State, summary: A state., summaryEvidence: [said-0] }",
        "statements:",
        .. Enumerable.Range(0, Statements).Select(i => $"  - {{ id: said-{i}, passages: [all.p1s1], text: It binds {i}., asserts: [[pact, party, state]] }}"),
    ];
}
