using AllianceApi.Graph;
using AllianceApi.Kinds;
using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Data;

/// <summary>
/// Writes one change within a transaction: links of what changes go first, then records are put, then links are made anew, then records go.
/// What is new is inserted in the order in which foreign keys want it.
/// </summary>
internal sealed class Commit(GraphContext context, Snapshot before, ChangeSet changes, Revision revision) : IDisposable
{
    private const int Chunk = 500;

    private readonly Inserts _inserts = new(context);

    // In the order of keys, in which tables and their indexes grow at their end.
    private readonly IReadOnlyList<Entity> _entities = InOrder(changes.Entities, entity => entity.Id);
    private readonly IReadOnlyList<Statement> _statements = InOrder(changes.Statements, statement => statement.Id);

    /// <summary>The ids of the facts of the statements, one behind the other.</summary>
    private readonly List<string> _factIds = [];

    public async Task RunAsync(CancellationToken cancel)
    {
        var indexes = changes.Statements.Count > before.Statements.Count ? new Indexes(context) : null;
        if (indexes is not null)
            await indexes.DropAsync(cancel);
        _inserts.Add(revision);
        await DropLinksAsync(cancel);
        foreach (var document in changes.Documents)
            await PutDocumentAsync(document, cancel);
        PutRecords();
        var touched = PutFacts();
        await context.SaveChangesAsync(cancel);
        PutLinks();
        if (indexes is not null)
            await indexes.CreateAsync(cancel);
        await DeleteAsync([.. touched.Where(fact => !fact.Stays).Select(fact => fact.Id)], cancel);
        _inserts.AddRange(new Keeping(before, changes, revision).Versions(touched));
    }

    public void Dispose() => _inserts.Dispose();

    private async Task DropLinksAsync(CancellationToken cancel)
    {
        foreach (var ids in Known(changes.Statements.Select(statement => statement.Id), before.FindStatement).Concat(changes.DeletedStatements).Chunk(Chunk))
        {
            await context.Citations.Where(link => ids.Contains(link.StatementId)).ExecuteDeleteAsync(cancel);
            await context.Bearers.Where(link => ids.Contains(link.StatementId)).ExecuteDeleteAsync(cancel);
            await context.Supports.Where(link => ids.Contains(link.StatementId)).ExecuteDeleteAsync(cancel);
        }
        foreach (var ids in Known(changes.Entities.Select(entity => entity.Id), before.FindEntity).Concat(changes.DeletedEntities).Chunk(Chunk))
            await context.Summaries.Where(link => ids.Contains(link.EntityId)).ExecuteDeleteAsync(cancel);
        foreach (var ids in changes.Predicates.Select(predicate => predicate.Id).Concat(changes.DeletedPredicates).Chunk(Chunk))
            await context.Exclusions.Where(link => ids.Contains(link.PredicateId)).ExecuteDeleteAsync(cancel);
    }

    private async Task PutDocumentAsync(Document document, CancellationToken cancel)
    {
        var known = before.FindDocument(document.Id) is { } row ? before.Documents[row].Document : null;
        Put(document, known is not null);
        var sections = known?.Sections.Select(section => section.Id).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var section in StoredSection.Of(document))
            Put(section, sections.Remove(section.Id));
        var passages = known?.Passages.Select(passage => passage.Locator).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var passage in StoredPassage.Of(document))
            Put(passage, passages.Remove(passage.Locator));
        await context.SaveChangesAsync(cancel);
        await context.Passages.Where(passage => passage.DocumentId == document.Id && passages.Contains(passage.Locator)).ExecuteDeleteAsync(cancel);
        await context.Sections.Where(section => section.DocumentId == document.Id && sections.Contains(section.Id)).ExecuteDeleteAsync(cancel);
    }

    private void PutRecords()
    {
        foreach (var predicate in changes.Predicates)
            Put(predicate, before.Schema.Find(predicate.Id) is not null);
        foreach (var entity in _entities)
            Put(entity, before.FindEntity(entity.Id) is not null);
        foreach (var statement in _statements)
            Put(statement, before.FindStatement(statement.Id) is not null);
    }

    private void PutLinks()
    {
        foreach (var predicate in changes.Predicates)
            _inserts.AddRange(predicate.Excludes.Select((excluded, position) => new ExclusionLink { PredicateId = predicate.Id, ExcludedId = excluded, Position = position }));
        foreach (var entity in _entities)
            _inserts.AddRange(entity.SummaryEvidence.Select((statement, position) => new SummaryLink { EntityId = entity.Id, StatementId = statement, Position = position }));
        var fact = 0;
        foreach (var statement in _statements)
        {
            _inserts.AddRange(statement.Passages.Select((locator, position) => new CitationLink
            {
                StatementId = statement.Id,
                DocumentId = statement.Document,
                Locator = locator,
                Position = position,
            }));
            _inserts.AddRange(statement.AttributedTo.Select((entity, position) => new BearerLink { StatementId = statement.Id, EntityId = entity, Position = position }));
            _inserts.AddRange(statement.Facts.Select((_, position) => new SupportLink { StatementId = statement.Id, FactId = _factIds[fact++], Position = position }));
        }
    }

    /// <summary>Facts that statements came to, left or changed under move to this revision, unless no statement makes them any more.</summary>
    private List<(string Id, bool Stays)> PutFacts()
    {
        var touched = new Dictionary<string, (Fact Fact, int Balance)>(StringComparer.Ordinal);
        foreach (var fact in _statements.SelectMany(statement => statement.Facts))
            _factIds.Add(Count(fact, 1));
        foreach (var row in changes.Statements.Select(statement => statement.Id).Concat(changes.DeletedStatements).Select(before.FindStatement).OfType<int>())
        {
            foreach (var fact in before.Statements[row].Facts)
                _ = Count(before.FactOf(before.Facts[fact]), -1);
        }

        var known = new List<(string Id, bool Stays)>();
        foreach (var (id, (fact, balance)) in InOrder([.. touched], pair => pair.Key))
        {
            var supports = before.FindFact(id) is { } row ? before.Facts[row].Statements.Length : 0;
            if (supports > 0)
                known.Add((id, supports + balance > 0));
            if (supports + balance > 0)
                Put(StoredFact.Of(fact, revision.Number), known: supports > 0);
        }
        return known;

        string Count(Fact fact, int by)
        {
            var id = fact.Id;
            touched[id] = (fact, touched.GetValueOrDefault(id).Balance + by);
            return id;
        }
    }

    private async Task DeleteAsync(List<string> facts, CancellationToken cancel)
    {
        foreach (var ids in facts.Chunk(Chunk))
            await context.Facts.Where(fact => ids.Contains(fact.Id)).ExecuteDeleteAsync(cancel);
        foreach (var ids in changes.DeletedStatements.Chunk(Chunk))
            await context.Statements.Where(statement => ids.Contains(statement.Id)).ExecuteDeleteAsync(cancel);
        foreach (var ids in changes.DeletedEntities.Chunk(Chunk))
            await context.Entities.Where(entity => ids.Contains(entity.Id)).ExecuteDeleteAsync(cancel);
        foreach (var ids in changes.DeletedPredicates.Chunk(Chunk))
            await context.Predicates.Where(predicate => ids.Contains(predicate.Id)).ExecuteDeleteAsync(cancel);
        await DeleteDocumentsAsync(cancel);
    }

    private async Task DeleteDocumentsAsync(CancellationToken cancel)
    {
        foreach (var id in changes.DeletedDocuments)
        {
            await context.Passages.Where(passage => passage.DocumentId == id).ExecuteDeleteAsync(cancel);
            await context.Sections.Where(section => section.DocumentId == id).ExecuteUpdateAsync(section => section.SetProperty(row => row.ParentId, (string?)null), cancel);
            await context.Sections.Where(section => section.DocumentId == id).ExecuteDeleteAsync(cancel);
            await context.Documents.Where(document => document.Id == id).ExecuteDeleteAsync(cancel);
        }
    }

    private static List<T> InOrder<T>(List<T> records, Func<T, string> key)
    {
        for (var i = 1; i < records.Count; i++)
        {
            if (string.CompareOrdinal(key(records[i - 1]), key(records[i])) > 0)
                return [.. records.OrderBy(key, StringComparer.Ordinal)];
        }
        return records;
    }

    private void Put(object record, bool known)
    {
        if (known)
            context.Entry(record).State = EntityState.Modified;
        else
            _inserts.Add(record);
    }

    private static IEnumerable<string> Known(IEnumerable<string> ids, Func<string, int?> find) => ids.Where(id => find(id) is not null);
}
