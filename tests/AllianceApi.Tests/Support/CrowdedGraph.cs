using System.Globalization;

namespace AllianceApi.Tests.Support;

/// <summary>A graph made by code: one treaty with more parties than a group shows, and treaties of which many share name and date.</summary>
public sealed class CrowdedGraph() : MadeGraph(Lines())
{
    internal const int Parties = 120;
    internal const int Treaties = 260;

    private static IEnumerable<string> Lines()
    {
        yield return "entities:";
        for (var i = 0; i < Parties; i++)
            yield return $"  - {{ id: {Party(i)}, kind: actor, type: state, name: State {i}, summary: A state., summaryEvidence: [parties-{i}] }}";
        for (var i = 0; i < Treaties; i++)
            yield return $"  - {{ id: {Treaty(i)}, kind: treaty, name: Treaty {i % 7}, summary: A treaty., summaryEvidence: [signing-{i}] }}";
        yield return "statements:";
        for (var i = 0; i < Parties; i++)
            yield return $"  - {{ id: parties-{i}, passages: [all.p1s1], text: State {i} is bound., asserts: [[{Treaty(0)}, party, {Party(i)}]] }}";
        for (var i = 0; i < Treaties; i++)
            yield return $"  - {{ id: signing-{i}, passages: [all.p1s1], text: Treaty {i}., asserts: [[{Treaty(i)}, party, {Party(0)}]{Signed(i)}] }}";
    }

    private static string Party(int i) => string.Create(CultureInfo.InvariantCulture, $"state-{i:D3}");

    private static string Treaty(int i) => string.Create(CultureInfo.InvariantCulture, $"treaty-{i:D3}");

    /// <summary>Every third has no date; the others share a few, of three widths.</summary>
    private static string Signed(int i) => (i % 3) switch
    {
        0 => "",
        1 => $", [{Treaty(i)}, signed, \"{1950 + (i % 5)}\"]",
        _ => $", [{Treaty(i)}, signed, \"{1950 + (i % 5)}-0{1 + (i % 4)}\"]",
    };
}
