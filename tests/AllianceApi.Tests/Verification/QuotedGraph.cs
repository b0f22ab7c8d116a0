using System.Text;
using AllianceApi.Packs;
using AllianceApi.Tests.Support;

namespace AllianceApi.Tests.Verification;

/// <summary>A graph of two invented documents, so that tests know what stands in them.</summary>
public sealed class QuotedGraph : Api
{
    public const string Lamp = "The keeper of the northern lighthouse must never leave the lamp unlit while any ship is still out at sea.";
    public const string Boat = "A second boat waits below the cliff for those who come too late to climb before dark.";
    public const string Paint = "In the second winter the council voted to paint the tower white and to raise the wages of both keepers.";
    public const string Oil = "Nobody remembers who first carried oil up the narrow stairs in buckets that were made of old brass.";
    public const string Rope = "Rope is sold by the fathom on the eastern quay to whoever pays with coins from the mainland.";

    private const string Statements = """
        predicates:
          - { id: guards, label: guards, inverse: { id: guarded-by, label: is guarded by }, definition: Whose watch keeps a place safe., domain: [actor], range: [place] }
        entities:
          - { id: keeper, kind: actor, type: group, name: Keeper, summary: Who keeps watch., summaryEvidence: [keeper-guards] }
          - { id: tower, kind: place, type: region, name: Tower, summary: Where the light is., summaryEvidence: [keeper-guards] }
        statements:
          - { id: keeper-guards, document: log, passages: [first-winter.p1s1], text: Somebody keeps watch at the light., asserts: [[keeper, guards, tower]] }
        """;

    private readonly Lazy<string> _packs;

    public QuotedGraph()
        : this(new Lazy<string>(Write))
    {
    }

    private QuotedGraph(Lazy<string> packs)
        : base(() => packs.Value) => _packs = packs;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_packs.IsValueCreated)
            Directory.Delete(_packs.Value, recursive: true);
        GC.SuppressFinalize(this);
    }

    private static string Write()
    {
        var packs = Directory.CreateTempSubdirectory("packs-").FullName;
        Write(packs, "a-log", "log", $"The log\nFirst winter\n{Lamp} {Boat}\nSecond winter\n{Paint} {Oil}\n");
        Write(packs, "b-market", "market", $"The market\nThe quay\n{Boat} {Rope}\n");
        File.WriteAllText(Path.Combine(packs, "a-log", "pack.yaml"), Statements);
        return packs;
    }

    private static void Write(string packs, string folder, string id, string text) => File.WriteAllText(
        Path.Combine(Directory.CreateDirectory(Path.Combine(packs, folder)).FullName, "document.yaml"),
        DocumentWriter.Write(DocumentSplitter.Split(Encoding.UTF8.GetBytes(text), id)));
}
