using System.Globalization;

namespace AllianceApi.Tests.Support;

/// <summary>A graph made by code: one treaty with more parties than a group shows, and treaties of which many share name and date.</summary>
public sealed class CrowdedGraph() : Api(() => Packs.Value)
{
    internal const int Parties = 120;
    internal const int Treaties = 260;

    // Written once a run and left to the system's own clearing of its folder for such files.
    private static readonly Lazy<string> Packs = new(Write);

    private static string Write()
    {
        var packs = Directory.CreateTempSubdirectory("packs-").FullName;
        var pack = Directory.CreateDirectory(Path.Combine(packs, "crowded")).FullName;
        File.WriteAllText(Path.Combine(pack, "pack.yaml"), string.Join('\n', Lines()));
        return packs;
    }

    private static IEnumerable<string> Lines()
    {
        var hash = new string('c', 64);
        yield return $"documents: [{{ id: list, title: A list, language: en, sha256: \"{hash}\", sections: [{{ id: all, title: All }}], passages: [";
        yield return $"  {{ locator: all.p1s1, start: 0, end: 9, words: 2, sha256: \"{hash}\", runs: [] }}] }}]";
        yield return "predicates:";
        yield return "  - { id: party, label: has party, inverse: { id: party-to, label: is party to }, definition: Who is bound., domain: [treaty], range: [actor] }";
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
