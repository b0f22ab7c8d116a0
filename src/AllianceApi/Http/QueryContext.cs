using AllianceApi.Graph;
using AllianceApi.Shapes;

namespace AllianceApi.Http;

/// <summary>A query while it is being read: the snapshot it is asked of, what it has come to, and what is wrong with it.</summary>
internal sealed class QueryContext(Snapshot graph, FindGone gone, Query query, IReadOnlySet<Strength> strengths, string? pathId)
{
    public Snapshot Graph => graph;

    public Query Query => query;

    /// <summary>The <c>id</c> of the path, where it has one.</summary>
    public string? PathId => pathId;

    /// <summary>The strengths that a fact may have to count for filters by predicate and attribute: <c>standing=</c> and <c>modality=</c> say which.</summary>
    public IReadOnlySet<Strength> Strengths => strengths;

    /// <summary>Whether a fact counts for filters by predicate and attribute.</summary>
    public bool Counts(FactRow fact) => !fact.Negated && strengths.Contains(fact.Strength);

    /// <summary>Keeps the rows that pass a test.</summary>
    public void Where(Func<int, bool> test) => query.Tests.Add(test);

    /// <summary>Keeps only these rows, which an index knows.</summary>
    public void Among(IEnumerable<int> rows) => query.Candidates.Add(rows);

    public void Refuse(string parameter, string message, IReadOnlyList<string>? allowed = null) =>
        query.Errors.Add(new ProblemError { Parameter = parameter, Message = message, Allowed = allowed });

    /// <summary>The rows of entities by their ids, one that was merged meaning what stays; an unknown one is refused with the nearest.</summary>
    public IReadOnlyList<int> Entities(string parameter, IEnumerable<string> ids) =>
        Known(parameter, ids, id => graph.FindEntity(id) ?? (Missing.Merged(graph, gone, id) is { } stays ? graph.FindEntity(stays) : null), "entity", () => graph.EntityRows.Ids);

    public IReadOnlyList<int> Documents(string parameter, IEnumerable<string> ids) =>
        Known(parameter, ids, graph.FindDocument, "document", () => graph.Documents.Select(document => document.Id));

    public IReadOnlyList<PredicateRow> Predicates(string parameter, IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            if (graph.Schema.FindInverse(id) is { } inverse)
                Refuse(parameter, $"'{id}' is how '{inverse.Id}' reads from the object. Ask for '{inverse.Id}'.");
        }
        return [.. Known(parameter, ids.Where(id => graph.Schema.FindInverse(id) is null), id => IndexOf(id), "predicate", () => graph.Schema.Predicates.Select(p => p.Id))
            .Select(row => graph.Schema.Predicates[row])];
    }

    /// <summary>Dates out of texts; what is none is refused.</summary>
    public IReadOnlyList<PartialDate> Dates(string parameter, IEnumerable<string> texts)
    {
        var dates = new List<PartialDate>();
        foreach (var text in texts)
        {
            if (PartialDate.TryParse(text, null, out var date))
                dates.Add(date);
            else
                Refuse(parameter, $"'{text}' is no date. {PartialDate.Form}");
        }
        return dates;
    }

    /// <summary>Rows by a text that may be qualified by a document: <c>locator</c> in any document, or <c>document/locator</c>.</summary>
    public IReadOnlyList<int> Passages(string parameter, IEnumerable<string> locators)
    {
        var rows = new List<int>();
        foreach (var text in locators)
        {
            var found = Qualified(text, (document, locator) => graph.FindPassage(document, locator) is { } row ? [row] : []);
            rows.AddRange(found);
            if (found.Count == 0)
                Refuse(parameter, $"There is no passage '{text}'.{Nearest.Question(Nearest.To(text, graph.Passages.Select(passage => passage.Passage.Locator)))}");
        }
        return rows;
    }

    /// <summary>The passages of sections: <c>section</c> in any document, or <c>document/section</c>; those of its sub-sections too.</summary>
    public IReadOnlyList<int> Sections(string parameter, IEnumerable<string> sections)
    {
        var rows = new List<int>();
        foreach (var text in sections)
        {
            var known = false;
            rows.AddRange(Qualified(text, (document, section) =>
            {
                var row = graph.Documents[document];
                var within = Within(row.Document, section);
                known |= within.Count > 0;
                return [.. Enumerable.Range(row.FirstPassage, row.Document.Passages.Count).Where(passage => within.Contains(graph.Passages[passage].Passage.Section))];
            }));
            if (!known)
                Refuse(parameter, $"There is no section '{text}'.", [.. graph.Documents.SelectMany(document => document.Document.Sections).Select(section => section.Id).Distinct()]);
        }
        return rows;
    }

    private static HashSet<string> Within(Document document, string section)
    {
        var within = document.Sections.Where(candidate => candidate.Id == section).Select(candidate => candidate.Id).ToHashSet(StringComparer.Ordinal);
        while (document.Sections.FirstOrDefault(child => child.Parent is { } parent && within.Contains(parent) && !within.Contains(child.Id)) is { } next)
            within.Add(next.Id);
        return within;
    }

    private List<int> Qualified(string text, Func<int, string, IReadOnlyList<int>> find)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return [.. Enumerable.Range(0, graph.Documents.Length).SelectMany(document => find(document, text))];
        return graph.FindDocument(text[..slash]) is { } row ? [.. find(row, text[(slash + 1)..])] : [];
    }

    private List<int> Known(string parameter, IEnumerable<string> ids, Func<string, int?> find, string what, Func<IEnumerable<string>> all)
    {
        var rows = new List<int>();
        foreach (var id in ids)
        {
            if (find(id) is { } row)
                rows.Add(row);
            else
                Refuse(parameter, $"There is no {what} '{id}'.{Nearest.Question(Nearest.To(id, all()))}");
        }
        return rows;
    }

    private int? IndexOf(string id)
    {
        for (var row = 0; row < graph.Schema.Predicates.Count; row++)
        {
            if (graph.Schema.Predicates[row].Id == id)
                return row;
        }
        return null;
    }
}
