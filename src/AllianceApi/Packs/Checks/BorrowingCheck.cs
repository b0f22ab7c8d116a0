using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs.Checks;

/// <summary>
/// The graph says what a document says in its own words: four runs in a row of a passage, that is eight tokens, are borrowed.
/// A run that lies within a name or an alias of an entity is not.
/// </summary>
internal sealed class BorrowingCheck
{
    private readonly PackContext _pack;
    private readonly List<PassageRuns> _documents;
    private readonly Lazy<NameFinder> _names;

    private BorrowingCheck(PackContext pack)
    {
        _pack = pack;
        var cited = pack.Draft.Statements.Select(statement => statement.Record.Document).Where(document => document.Length > 0);
        _documents = [.. pack.DocumentIds.Union(cited).Select(pack.Document).OfType<Document>().Select(PassageRuns.Of).Where(runs => !runs.IsEmpty)];
        _names = new Lazy<NameFinder>(() => new NameFinder(pack.Draft.Entities
            .SelectMany(entity => entity.Record.Aliases.Prepend(entity.Record.Name))
            .Concat(pack.Known.Names)));
    }

    public static void Run(PackContext pack)
    {
        var check = new BorrowingCheck(pack);
        if (check._documents.Count > 0)
            check.CheckTexts();
    }

    private void CheckTexts()
    {
        foreach (var (predicate, node) in _pack.Draft.Predicates)
            Check(predicate.Definition, () => node["definition"]);
        foreach (var placed in _pack.Draft.Entities)
        {
            var entity = placed.Record;
            Check(entity.Summary, () => placed.Node["summary"]);
            foreach (var member in Catalogue.Of(entity).Members.Where(member => member.Type is FieldType.Text))
                Check(member.Read(entity), () => placed.Node[member.Name]);
        }
        foreach (var statement in _pack.Draft.Statements)
        {
            Check(statement.Record.Text, () => statement.Node["text"]);
            Check(statement.Record.Qualifier, () => statement.Node["qualifier"]);
            foreach (var placed in PlacedFact.Of(statement).Where(placed => placed.Fact.IsAttribute))
                Check(placed.Fact.Target, () => placed.Target);
        }
    }

    private void Check(string? text, Func<PackNode?> find)
    {
        if (string.IsNullOrEmpty(text))
            return;
        var tokens = Runs.Tokens(text);
        if (tokens.Count < Runs.Length + Runs.Borrowed - 1)
            return;
        var first = 0;
        foreach (var window in PassageRuns.WindowsOf(Runs.Of(tokens)))
        {
            if (Find(window) is { } passage && !_names.Value.Covers(tokens, first, Runs.Borrowed) && find() is { } place)
            {
                var last = tokens[first + Runs.Length + Runs.Borrowed - 2];
                var words = text[tokens[first].Start..last.End];
                _pack.Report(place, $"\"{words}\" stands in the passage '{passage.Locator}' of '{passage.Document}'.",
                    "Say it in your own words: eight words in a row are borrowed.");
                return;
            }
            first++;
        }
    }

    private (string Document, string Locator)? Find(PassageRuns.Window window) =>
        _documents.Select(runs => runs.Find(window) is { } locator ? (runs.Document, locator) : ((string Document, string Locator)?)null).FirstOrDefault(found => found is not null);
}
