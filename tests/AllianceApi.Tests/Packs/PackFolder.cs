using AllianceApi.Packs;

namespace AllianceApi.Tests.Packs;

/// <summary>A pack in a folder of its own that goes away with the test: a whole small one, of which tests change what they are about.</summary>
internal sealed class PackFolder : IDisposable
{
    public const string Document = """
        documents:
          - id: harbour
            title: The harbour
            language: en
            sha256: "0000000000000000000000000000000000000000000000000000000000000000"
            sections:
              - { id: walls, title: Walls }
            passages:
              - locator: walls.p1s1
                start: 20
                end: 60
                words: 11
                sha256: "1111111111111111111111111111111111111111111111111111111111111111"
                runs: []
              - locator: walls.p1s2
                start: 61
                end: 99
                words: 9
                sha256: "2222222222222222222222222222222222222222222222222222222222222222"
                runs: []
        """;

    public const string Predicates = """
        predicates:
          - id: guards
            label: guards
            inverse: { id: guarded-by, label: is guarded by }
            definition: Whose forces keep a place safe. Not for treaties.
            domain: [actor]
            range: [place]
          - id: trades-with
            label: trades with
            definition: Goods go both ways.
            domain: [actor]
            range: [actor]
            symmetric: true
        """;

    public const string Entities = """
        entities:
          - id: north-town
            kind: actor
            type: group
            name: North Town
            summary: A town that keeps the harbour.
            summaryEvidence: [town-guards]
          - id: south-town
            kind: actor
            type: group
            name: South Town
            summary: A town that buys.
            summaryEvidence: [towns-trade]
          - id: inner-harbour
            kind: place
            type: region
            name: Inner harbour
            summary: Where the ships lie.
            summaryEvidence: [town-guards]
        """;

    public const string Statements = """
        statements:
          - id: town-guards
            passages: [walls.p1s1]
            text: The northern town keeps watch.
            asserts:
              - [north-town, guards, inner-harbour]
          - id: towns-trade
            passages: [walls.p1s2]
            text: Both towns deal with each other.
            asserts:
              - [north-town, trades-with, south-town]
        """;

    private readonly string _path = Directory.CreateTempSubdirectory("pack-").FullName;

    public string Path => _path;

    /// <summary>The small pack, with <paramref name="file"/> in place of its own.</summary>
    public static PackFolder With(string file, string content) => Whole().Write(file, content);

    public static PackFolder Whole() => new PackFolder()
        .Write("document.yaml", Document)
        .Write("entities.yaml", Entities)
        .Write("predicates.yaml", Predicates)
        .Write("statements.yaml", Statements);

    public static PackFolder Empty() => new();

    public PackFolder Write(string file, string content)
    {
        File.WriteAllText(System.IO.Path.Combine(_path, file), content);
        return this;
    }

    public PackResult Read(Known? known = null) => PackReader.Read(_path, known);

    /// <summary>The problems as they are printed, without the folder.</summary>
    public IReadOnlyList<string> Problems(Known? known = null) =>
        [.. Read(known).Problems.Select(problem => $"{problem}".Replace($"{_path}/", "", StringComparison.Ordinal))];

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
