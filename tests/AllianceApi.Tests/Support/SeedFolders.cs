using System.Globalization;

namespace AllianceApi.Tests.Support;

/// <summary>Packs to seed from: folders that hold a pack each.</summary>
internal static class SeedFolders
{
    /// <summary>An invented league of towns, in two packs: contradictions, denials, times, views and a debate.</summary>
    public static string League { get; } = Path.Combine(AppContext.BaseDirectory, "Support", "packs", "league");

    /// <summary>The seed that travels with the program.</summary>
    public static string Seed { get; } = Path.Combine(AppContext.BaseDirectory, "seed");

    /// <summary>The second pack of the league without its beacon, and the statement on it.</summary>
    public static WrittenPack LogWithoutBeacon() =>
        WrittenPack.CopyOf(Path.Combine(League, "b-log")).Without("log-beacon").Without("beacon").Replace("entities:", "");

    /// <summary>One harbour and many boats, all of them related to it: more than a group or a page shows.</summary>
    public static WrittenPack Crowd(int boats) => new WrittenPack("crowd").Write("crowd.yaml", $$"""
        documents:
          - id: crowd
            title: Boats
            language: en
            sha256: "{{new string('c', 64)}}"
            sections: [{ id: boats, title: Boats }]
            passages: [{ locator: boats.p1s1, start: 0, end: 10, words: 2, sha256: "{{new string('c', 64)}}", runs: [] }]
        predicates:
          - { id: lies-in, label: lies in, inverse: { id: shelters, label: shelters }, definition: Where a boat is., domain: [actor], range: [place] }
        statements:
          - id: all-lie
            passages: [boats.p1s1]
            text: They all lie there.
            asserts: [{{Join(boats, boat => $"[{Boat(boat)}, lies-in, harbour]")}}]
        entities:
          - { id: harbour, kind: place, type: sea, name: Harbour, summary: Water., summaryEvidence: [all-lie] }
        {{string.Join('\n', Enumerable.Range(0, boats).Select(boat => $"  - {{ id: {Boat(boat)}, kind: actor, type: {(boat % 2 == 0 ? "group" : "organization")}, name: Boat {boat % 7}, summary: A boat., summaryEvidence: [all-lie] }}"))}}
        """);

    public static string Boat(int number) => string.Create(CultureInfo.InvariantCulture, $"boat-{number:D3}");

    private static string Join(int count, Func<int, string> item) => string.Join(", ", Enumerable.Range(0, count).Select(item));
}

/// <summary>A pack that a test writes or changes, in a folder that goes away with it.</summary>
internal sealed class WrittenPack : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("packs-");

    public WrittenPack(string name) => Folder = _parent.CreateSubdirectory(name).FullName;

    /// <summary>The folder of the pack.</summary>
    public string Folder { get; }

    /// <summary>The folder that holds the pack's, to seed from.</summary>
    public string Parent => _parent.FullName;

    public static WrittenPack CopyOf(string folder)
    {
        var pack = new WrittenPack(Path.GetFileName(folder));
        foreach (var file in Directory.EnumerateFiles(folder))
            File.Copy(file, Path.Combine(pack.Folder, Path.GetFileName(file)));
        return pack;
    }

    public WrittenPack Write(string file, string text)
    {
        File.WriteAllText(Path.Combine(Folder, file), text);
        return this;
    }

    /// <summary>Changes a text of the pack, which must be there.</summary>
    public WrittenPack Replace(string old, string by)
    {
        var file = Directory.EnumerateFiles(Folder).Single(file => File.ReadAllText(file).Contains(old, StringComparison.Ordinal));
        return Write(file, File.ReadAllText(file).Replace(old, by, StringComparison.Ordinal));
    }

    /// <summary>Takes out the line of a record.</summary>
    public WrittenPack Without(string id)
    {
        foreach (var file in Directory.EnumerateFiles(Folder))
            File.WriteAllLines(file, File.ReadAllLines(file).Where(line => !line.StartsWith($"  - {{ id: {id},", StringComparison.Ordinal)));
        return this;
    }

    public void Dispose() => _parent.Delete(recursive: true);
}
