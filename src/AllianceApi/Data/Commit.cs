using AllianceApi.Graph;
using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Data;

/// <summary>Writes one change within a transaction: links of what changes go first, then records are put, then links are made anew, then records go.</summary>
internal sealed class Commit(GraphContext context, Snapshot before, ChangeSet changes, Revision revision)
{
    private const int Chunk = 500;

    public async Task RunAsync(CancellationToken cancel)
    {
        context.Add(revision);
        await DropLinksAsync(cancel);
        PutDocuments();
        PutPredicates();
        PutEntities();
        PutStatements();
        var dropped = PutFacts();
        await context.SaveChangesAsync(cancel);
        await DeleteAsync(dropped, cancel);
        await BuryAsync(dropped, cancel);
    }

    private async Task DropLinksAsync(CancellationToken cancel)
    {
        foreach (var ids in changes.Statements.Select(statement => statement.Id).Concat(changes.DeletedStatements).Chunk(Chunk))
        {
            await context.Citations.Where(link => ids.Contains(link.StatementId)).ExecuteDeleteAsync(cancel);
            await context.Bearers.Where(link => ids.Contains(link.StatementId)).ExecuteDeleteAsync(cancel);
            await context.Supports.Where(link => ids.Contains(link.StatementId)).ExecuteDeleteAsync(cancel);
        }
        foreach (var ids in changes.Entities.Select(entity => entity.Id).Concat(changes.DeletedEntities).Chunk(Chunk))
            await context.Summaries.Where(link => ids.Contains(link.EntityId)).ExecuteDeleteAsync(cancel);
        foreach (var ids in changes.Predicates.Select(predicate => predicate.Id).Concat(changes.DeletedPredicates).Chunk(Chunk))
            await context.Exclusions.Where(link => ids.Contains(link.PredicateId)).ExecuteDeleteAsync(cancel);
    }

    private void PutDocuments()
    {
        foreach (var document in changes.Documents)
        {
            document.Revision = revision.Number;
            var known = before.FindDocument(document.Id) is { } row ? before.Documents[row].Document : null;
            Put(document, known is not null);
            PutAll(
                document.Sections.Select((section, position) => new StoredSection
                {
                    DocumentId = document.Id, Id = section.Id, Title = section.Title, ParentId = section.Parent, Position = position,
                }),
                section => section.Id,
                known?.Sections.Select(section => section.Id),
                id => new StoredSection { DocumentId = document.Id, Id = id, Title = "" });
            PutAll(
                document.Passages.Select(passage => new StoredPassage
                {
                    DocumentId = document.Id, Locator = passage.Locator, SectionId = passage.Section, Start = passage.Start, End = passage.End,
                    Words = passage.Words, Sha256 = passage.Sha256, Runs = RunHashes.Pack(passage.Runs),
                }),
                passage => passage.Locator,
                known?.Passages.Select(passage => passage.Locator),
                locator => new StoredPassage { DocumentId = document.Id, Locator = locator, SectionId = "", Sha256 = "", Runs = [] });
        }
    }

    private void PutPredicates()
    {
        foreach (var predicate in changes.Predicates)
        {
            predicate.Revision = revision.Number;
            Put(predicate, before.Schema.Find(predicate.Id) is not null);
            context.AddRange(predicate.Excludes.Select((excluded, position) => new ExclusionLink { PredicateId = predicate.Id, ExcludedId = excluded, Position = position }));
        }
    }

    private void PutEntities()
    {
        foreach (var entity in changes.Entities)
        {
            (entity.Revision, entity.UpdatedAt) = (revision.Number, revision.Time);
            Put(entity, before.FindEntity(entity.Id) is not null);
            context.AddRange(entity.SummaryEvidence.Select((statement, position) => new SummaryLink { EntityId = entity.Id, StatementId = statement, Position = position }));
        }
    }

    private void PutStatements()
    {
        foreach (var statement in changes.Statements)
        {
            (statement.Revision, statement.UpdatedAt) = (revision.Number, revision.Time);
            Put(statement, before.FindStatement(statement.Id) is not null);
            context.AddRange(statement.Passages.Select((locator, position) => new CitationLink
            {
                StatementId = statement.Id, DocumentId = statement.Document, Locator = locator, Position = position,
            }));
            context.AddRange(statement.AttributedTo.Select((entity, position) => new BearerLink { StatementId = statement.Id, EntityId = entity, Position = position }));
            context.AddRange(statement.Facts.Select((fact, position) => new SupportLink { StatementId = statement.Id, FactId = fact.Id, Position = position }));
        }
    }

    /// <summary>Facts that statements came to, left or changed under move to this revision; those that no statement makes any more are returned.</summary>
    private List<string> PutFacts()
    {
        var touched = new Dictionary<string, (Fact Fact, int Gained, int Lost)>();
        foreach (var statement in changes.Statements)
        {
            foreach (var fact in statement.Facts)
                Count(fact, gained: 1, lost: 0);
        }
        foreach (var id in changes.Statements.Select(statement => statement.Id).Concat(changes.DeletedStatements))
        {
            if (before.FindStatement(id) is not { } row)
                continue;
            foreach (var fact in before.Statements[row].Facts)
                Count(before.FactOf(before.Facts[fact]), gained: 0, lost: 1);
        }

        var dropped = new List<string>();
        foreach (var (id, (fact, gained, lost)) in touched)
        {
            var supports = before.FindFact(id) is { } row ? before.Facts[row].Statements.Length : 0;
            if (supports + gained - lost == 0)
                dropped.Add(id);
            else
                Put(StoredFact.Of(fact, revision.Number), known: supports > 0);
        }
        return dropped;

        void Count(Fact fact, int gained, int lost)
        {
            var id = fact.Id;
            var sofar = touched.GetValueOrDefault(id, (fact, 0, 0));
            touched[id] = (fact, sofar.Item2 + gained, sofar.Item3 + lost);
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
    }

    /// <summary>Remembers what went, and forgets that of what came back.</summary>
    private async Task BuryAsync(List<string> facts, CancellationToken cancel)
    {
        await RaiseAsync(RecordType.Statement, changes.Statements.Select(statement => statement.Id), cancel);
        await RaiseAsync(RecordType.Entity, changes.Entities.Select(entity => entity.Id), cancel);
        await RaiseAsync(RecordType.Predicate, changes.Predicates.Select(predicate => predicate.Id), cancel);
        await RaiseAsync(RecordType.Fact, changes.Statements.SelectMany(statement => statement.Facts).Select(fact => fact.Id), cancel);
        Bury(RecordType.Fact, facts);
        Bury(RecordType.Statement, changes.DeletedStatements);
        Bury(RecordType.Entity, changes.DeletedEntities);
        Bury(RecordType.Predicate, changes.DeletedPredicates);
        await context.SaveChangesAsync(cancel);
    }

    private async Task RaiseAsync(RecordType type, IEnumerable<string> put, CancellationToken cancel)
    {
        foreach (var ids in put.Chunk(Chunk))
            await context.Tombstones.Where(tombstone => tombstone.Type == type && ids.Contains(tombstone.Id)).ExecuteDeleteAsync(cancel);
    }

    private void Bury(RecordType type, IEnumerable<string> ids) =>
        context.AddRange(ids.Select(id => new Tombstone { Type = type, Id = id, RevisionNumber = revision.Number }));

    private void Put<T>(T record, bool known)
        where T : class => context.Entry(record).State = known ? EntityState.Modified : EntityState.Added;

    /// <summary>Puts the parts of a document, and takes away those that it no longer has.</summary>
    private void PutAll<T>(IEnumerable<T> parts, Func<T, string> id, IEnumerable<string>? known, Func<string, T> gone)
        where T : class
    {
        var rest = known?.ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var part in parts)
            Put(part, rest.Remove(id(part)));
        foreach (var left in rest)
            context.Entry(gone(left)).State = EntityState.Deleted;
    }
}
