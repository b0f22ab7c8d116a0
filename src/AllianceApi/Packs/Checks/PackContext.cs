using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs.Checks;

/// <summary>The whole pack and what the graph knows beside it, as the checks ask for it. Of ids that come twice the first counts.</summary>
internal sealed class PackContext
{
    /// <summary>Suggestions look at every known id: a pack of nothing but mistakes gets them for its first mistakes only.</summary>
    private int _suggestionsLeft = 300;

    private readonly List<PackProblem> _problems;

    public PackContext(PackDraft draft, Known known, List<PackProblem> problems)
    {
        Draft = draft;
        Known = known;
        _problems = problems;
        Documents = Index(draft.Documents, document => document.Id);
        Predicates = Index(draft.Predicates, predicate => predicate.Id);
        Entities = Index(draft.Entities, entity => entity.Id);
        Statements = Index(draft.Statements, statement => statement.Id);
        DocumentIds = Documents.Keys.ToHashSet(StringComparer.Ordinal);
        Inverses = known.Predicates.Values.Concat(draft.Predicates.Select(predicate => predicate.Record))
            .Where(predicate => predicate.InverseId is not null)
            .GroupBy(predicate => predicate.InverseId!).ToDictionary(group => group.Key, group => group.Last());
    }

    public PackDraft Draft { get; }

    public Known Known { get; }

    public IReadOnlyDictionary<string, Placed<Document>> Documents { get; }

    public IReadOnlyDictionary<string, Placed<Predicate>> Predicates { get; }

    public IReadOnlyDictionary<string, Placed<Entity>> Entities { get; }

    public IReadOnlyDictionary<string, Placed<Statement>> Statements { get; }

    /// <summary>The documents that the pack is the whole of.</summary>
    public IReadOnlySet<string> DocumentIds { get; }

    /// <summary>Predicates by the id of their inverse.</summary>
    public IReadOnlyDictionary<string, Predicate> Inverses { get; }

    public void Report(PackNode place, string message, string mend = "") => _problems.Add(place.Problem(message, mend));

    public Kind? KindOf(string entity) => Entities.TryGetValue(entity, out var found) ? Catalogue.Of(found.Record) : Known.KindOf(entity);

    public Predicate? Predicate(string id) => Predicates.TryGetValue(id, out var found) ? found.Record : Known.Predicates.GetValueOrDefault(id);

    public Document? Document(string id) => Documents.TryGetValue(id, out var found) ? found.Record : Known.Document(id);

    /// <summary>The locators of a document, or null where it is unknown.</summary>
    public IReadOnlySet<string>? Locators(string document) => Document(document) is { } known ? PassageRuns.Of(known).Locators : null;

    /// <summary>The document of a statement: its own, else the only one of the pack.</summary>
    public string DocumentOf(Statement statement) =>
        statement.Document.Length > 0 ? statement.Document : Draft.Documents.Count == 1 ? Draft.Documents[0].Record.Id : "";

    public bool HasStatement(string id) =>
        Statements.ContainsKey(id) || (Known.DocumentOfStatement(id) is { } document && !DocumentIds.Contains(document));

    /// <summary>Whether the id is an entity's; tells a problem where it is not.</summary>
    public bool IsEntity(string id, Func<PackNode> place)
    {
        if (KindOf(id) is not null || Draft.WithoutKind.Contains(id))
            return true;
        Report(place(), $"unknown entity '{id}'.", Suggest(id, () => Entities.Keys.Concat(Known.EntityIds), "Add it to the entities that you send."));
        return false;
    }

    /// <summary>The nearest of the candidates as a question, else what to do.</summary>
    public string Suggest(string word, Func<IEnumerable<string>> candidates, string otherwise)
    {
        if (_suggestionsLeft-- <= 0)
            return otherwise;
        var question = Nearest.Question(Nearest.To(word, candidates().Distinct(StringComparer.Ordinal)));
        return question.Length > 0 ? question.Trim() : otherwise;
    }

    private static Dictionary<string, Placed<T>> Index<T>(List<Placed<T>> records, Func<T, string> id)
    {
        var index = new Dictionary<string, Placed<T>>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            if (id(record.Record) is { Length: > 0 } key)
                index.TryAdd(key, record);
        }
        return index;
    }
}
