using System.Text;
using AllianceApi.Graph;

namespace AllianceApi.Packs;

/// <summary>A pack's document held against a copy of the text.</summary>
/// <param name="Passages">How many passages the pack's document has.</param>
/// <param name="WithoutStatement">The passages that no statement of the pack cites.</param>
internal sealed record CopyComparison(int Passages, IReadOnlyList<PackProblem> Problems, IReadOnlyList<PackProblem> WithoutStatement)
{
    /// <param name="id">Which document is meant; the one with the copy's hash, or the only one, unless told.</param>
    public static CopyComparison Of(PackFiles files, byte[] copy, string? id = null)
    {
        List<PackProblem> problems = [.. files.Problems];
        var draft = new PackDrafting(problems).Read(files.Roots, files.Lines(problems));
        problems.Sort(PackProblem.ByPlace);
        if (problems.Count > 0)
            return new CopyComparison(0, problems, []);
        if (!TrySplit(copy, out var text))
            return new CopyComparison(0, [new PackProblem("the copy", 0, 0, "it is not UTF-8.", "Compare with the file as it was published.")], []);

        var documents = draft.Documents.Where(document => id is null || document.Record.Id == id).ToList();
        var meant = documents.Find(document => document.Record.Sha256 == text.Sha256) ?? (documents.Count == 1 ? documents[0] : null);
        return meant is null
            ? new CopyComparison(0, [WhichDocument(files, draft, id)], [])
            : new CopyComparison(meant.Record.Passages.Count, [.. Differences(meant, text)], [.. WithoutStatementOf(meant, draft)]);
    }

    private static bool TrySplit(byte[] copy, out Document text)
    {
        try
        {
            text = DocumentSplitter.Split(copy, "copy");
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null!;
            return false;
        }
    }

    private static PackProblem WhichDocument(PackFiles files, PackDraft draft, string? id)
    {
        var file = files.Roots.Count > 0 ? files.Roots[0].File : "the pack";
        var ids = string.Join(", ", draft.Documents.Select(document => document.Record.Id));
        return id is not null ? new PackProblem(file, 0, 0, $"the pack has no document '{id}'.", $"It has: {ids}.")
            : draft.Documents.Count == 0 ? new PackProblem(file, 0, 0, "the pack has no document.", "'document FILE' makes one of a text.")
            : new PackProblem(file, 0, 0, "the pack has several documents, and none has the hash of the copy.", $"Name one by --id: {ids}.");
    }

    private static IEnumerable<PackProblem> Differences(Placed<Document> document, Document text)
    {
        if (document.Record.Sha256 != text.Sha256)
            yield return document.At("sha256").Problem($"the copy has the SHA-256 {text.Sha256}.",
                "It is another edition of the text, or was changed on its way.");
        var byLocator = text.Passages.ToDictionary(passage => passage.Locator, StringComparer.Ordinal);
        foreach (var (passage, node) in document.Record.Passages.Zip(PackRecords.Items(document.Node["passages"])))
        {
            if (!byLocator.Remove(passage.Locator, out var found))
                yield return node.Problem($"the copy has no passage '{passage.Locator}'.", "");
            else if (Difference(passage, found) is { } difference)
                yield return node.Problem($"the passage '{passage.Locator}' {difference}.", "'document FILE' writes what the copy has.");
        }
        foreach (var missing in byLocator.Values.OrderBy(passage => passage.Start))
            yield return document.At("passages").Problem($"the copy has a passage '{missing.Locator}' at {missing.Start} that the pack has not.", "");
    }

    private static string? Difference(Passage pack, Passage copy) =>
        pack.Sha256 != copy.Sha256 ? "has other words in the copy"
        : pack.Start != copy.Start || pack.End != copy.End ? $"stands at {copy.Start} to {copy.End} in the copy, not at {pack.Start} to {pack.End}"
        : pack.Words != copy.Words ? $"has {copy.Words} words in the copy, not {pack.Words}"
        : !pack.Runs.SequenceEqual(copy.Runs) ? "has other hashes of runs in the copy"
        : null;

    private static IEnumerable<PackProblem> WithoutStatementOf(Placed<Document> document, PackDraft draft)
    {
        var cited = draft.Statements.Select(statement => statement.Record)
            .Where(statement => statement.Document.Length == 0 || statement.Document == document.Record.Id)
            .SelectMany(statement => statement.Passages)
            .ToHashSet(StringComparer.Ordinal);
        return document.Record.Passages.Zip(PackRecords.Items(document.Node["passages"]))
            .Where(pair => !cited.Contains(pair.First.Locator))
            .Select(pair => pair.Second.Problem($"no statement cites the passage '{pair.First.Locator}'."));
    }
}
