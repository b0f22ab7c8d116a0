using AllianceApi.Graph;

namespace AllianceApi.Curation;

/// <summary>
/// What a change does to what it does not name: facts without an end, statements that say nothing, entities without mention, summaries without evidence.
/// It stands in the way of the change, or goes with it.
/// </summary>
internal sealed class Consequences(Change change, bool cascade)
{
    private readonly List<string> _blockers = [];
    private readonly HashSet<string> _settledEntities = new(StringComparer.Ordinal);
    private readonly HashSet<string> _settledStatements = new(StringComparer.Ordinal);
    private readonly HashSet<string> _settledPredicates = new(StringComparer.Ordinal);

    /// <summary>Works out all that follows. With a cascade the change grows by it.</summary>
    /// <returns>What stands in the way.</returns>
    public IReadOnlyList<string> Settle()
    {
        while (Next(change.Entities, _settledEntities) is { } entity)
            Without(change.Mentioning(entity), fact => fact.Subject == entity || (!fact.IsAttribute && fact.Target == entity), entity);
        while (Next(change.Predicates, _settledPredicates) is { } predicate)
            WithoutPredicate(predicate);
        while (change.Statements.Keys.FirstOrDefault(id => !_settledStatements.Contains(id)) is { } statement)
            AfterStatement(statement);
        return _blockers;
    }

    private static string? Next<T>(Dictionary<string, T?> records, HashSet<string> settled)
        where T : class => records.FirstOrDefault(record => record.Value is null && settled.Add(record.Key)).Key;

    private void WithoutPredicate(string predicate)
    {
        Without(change.Under(predicate), fact => !fact.IsAttribute && fact.Name == predicate, bearer: null);
        foreach (var other in change.Graph.Schema.Predicates.Select(row => row.Id).Where(id => change.Predicate(id)?.Excludes.Contains(predicate) == true).ToList())
        {
            if (cascade)
                change.Predicates[other] = change.Predicate(other)!.Without(predicate);
            else
                _blockers.Add($"The predicate '{other}' excludes '{predicate}'.");
        }
    }

    /// <summary>Takes facts and a bearer out of statements.</summary>
    private void Without(IEnumerable<Statement> statements, Func<Fact, bool> goes, string? bearer)
    {
        foreach (var statement in statements.ToList())
        {
            if (!cascade)
            {
                var fact = statement.Facts.FirstOrDefault(goes);
                _blockers.Add(fact is null ? $"The statement '{statement.Id}' is attributed to it." : $"The statement '{statement.Id}' makes '{fact.Id}'.");
                continue;
            }
            var (asserts, denies) = (statement.Asserts.Where(fact => !goes(fact)).ToList(), statement.Denies.Where(fact => !goes(fact)).ToList());
            var bearers = statement.AttributedTo.Where(id => id != bearer).ToList();
            var saysNothing = asserts.Count + denies.Count == 0 || (bearers.Count == 0 && statement.AttributedTo.Count > 0);
            change.Statements[statement.Id] = saysNothing ? null : statement.With(asserts, denies, bearers);
            _settledStatements.Remove(statement.Id);
        }
    }

    private void AfterStatement(string id)
    {
        _settledStatements.Add(id);
        if (change.Before(id) is not { } before)
            return;
        var after = change.Statements[id];
        foreach (var entity in Change.Mentions(before).Except(after is null ? [] : Change.Mentions(after), StringComparer.Ordinal))
        {
            if (change.Entity(entity) is null || change.Mentioning(entity).Any())
                continue;
            if (cascade)
                change.Entities[entity] = null;
            else
                _blockers.Add($"No statement would mention '{entity}' any more.");
        }
        if (after is null)
            WithoutEvidence(id);
    }

    /// <summary>An entity whose summary loses some of its evidence keeps the rest; one that would lose the last of it stands in the way.</summary>
    private void WithoutEvidence(string statement)
    {
        foreach (var id in change.Graph.Entities.Where(row => row.SummaryEvidence.Contains(statement)).Select(row => row.Id))
        {
            if (change.Entity(id) is not { } entity || !entity.SummaryEvidence.Remove(statement))
                continue;
            change.Entities[id] = entity;
            if (entity.SummaryEvidence.Count == 0)
                _blockers.Add($"The summary of '{id}' would rest on nothing: give it other evidence first.");
        }
    }
}
