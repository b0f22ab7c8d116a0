namespace AllianceApi.Tests.Support;

/// <summary>A graph of one document of one passage, whose pack code makes.</summary>
public abstract class MadeGraph : Api
{
    private const string Hash = "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc";

    private readonly Lazy<string> _packs;

    /// <param name="lines">The lines of the pack after the document and the predicate <c>party</c>.</param>
    private protected MadeGraph(IEnumerable<string> lines)
        : this(new Lazy<string>(() => Write(lines)))
    {
    }

    private MadeGraph(Lazy<string> packs)
        : base(() => packs.Value) => _packs = packs;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_packs.IsValueCreated)
            Directory.Delete(_packs.Value, recursive: true);
        GC.SuppressFinalize(this);
    }

    private static string Write(IEnumerable<string> lines)
    {
        var packs = Directory.CreateTempSubdirectory("packs-").FullName;
        File.WriteAllLines(Path.Combine(Directory.CreateDirectory(Path.Combine(packs, "made")).FullName, "pack.yaml"), Document.Concat(lines));
        return packs;
    }

    private static IEnumerable<string> Document =>
    [
        $"documents: [{{ id: list, title: A list, language: en, sha256: \"{Hash}\", sections: [{{ id: all, title: All }}], passages: [",
        $"  {{ locator: all.p1s1, start: 0, end: 9, words: 2, sha256: \"{Hash}\", runs: [] }}] }}]",
        "predicates:",
        "  - { id: party, label: has party, inverse: { id: party-to, label: is party to }, definition: Who is bound., domain: [treaty], range: [actor] }",
    ];
}
