using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AllianceApi.Graph;

namespace AllianceApi.Packs.Checks;

/// <summary>What is looked up in a document with each write: its locators, and where four runs of it stand in a row. Made once for a document, and kept as long as that is.</summary>
internal sealed class PassageRuns
{
    private static readonly ConditionalWeakTable<Document, PassageRuns> Known = [];

    private readonly Dictionary<Window, string> _windows = [];

    private PassageRuns(Document document)
    {
        Document = document.Id;
        Locators = document.Passages.Select(passage => passage.Locator).ToHashSet(StringComparer.Ordinal);
        foreach (var passage in document.Passages)
        {
            foreach (var window in WindowsOf(passage.Runs))
                _windows.TryAdd(window, passage.Locator);
        }
    }

    /// <summary>The id of the document.</summary>
    public string Document { get; }

    public IReadOnlySet<string> Locators { get; }

    /// <summary>Whether no passage is long enough to be borrowed from.</summary>
    public bool IsEmpty => _windows.Count == 0;

    public static PassageRuns Of(Document document) => Known.GetValue(document, document => new PassageRuns(document));

    /// <summary>The locator of the first passage that has these runs in a row, or null.</summary>
    public string? Find(Window window) => _windows.GetValueOrDefault(window);

    /// <summary>Each four of the runs in a row: eight tokens.</summary>
    public static IEnumerable<Window> WindowsOf(IReadOnlyList<string> runs)
    {
        for (var i = 0; i + Runs.Borrowed <= runs.Count; i++)
            yield return new Window(Runs.Bits(runs[i]), Runs.Bits(runs[i + 1]), Runs.Bits(runs[i + 2]), Runs.Bits(runs[i + 3]));
    }

    /// <summary>Four runs in a row, as the bits that their hex digits stand for.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Window(ulong First, ulong Second, ulong Third, ulong Fourth);
}
