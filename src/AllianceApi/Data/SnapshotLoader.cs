using AllianceApi.Graph;
using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Data;

/// <summary>Builds a snapshot from the store, streaming each table once.</summary>
internal static class SnapshotLoader
{
    public static async Task<Snapshot> LoadAsync(GraphContext context, CancellationToken cancel)
    {
        // One transaction, so that all tables are read at one revision.
        var transaction = await context.Database.BeginTransactionAsync(cancel);
        await using (transaction)
        {
            context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            var identity = await context.Identity.SingleAsync(cancel);
            var revision = await context.Revisions.OrderByDescending(revision => revision.Number).FirstOrDefaultAsync(cancel);
            var builder = new SnapshotBuilder
            {
                GraphId = identity.GraphId,
                Revision = revision?.Number ?? 0,
                UpdatedAt = revision?.Time ?? DateTime.UnixEpoch,
            };
            await AddDocumentsAsync(context, builder, cancel);
            await AddPredicatesAsync(context, builder, cancel);
            await AddEntitiesAsync(context, builder, cancel);
            await AddStatementsAsync(context, builder, cancel);
            return builder.Build();
        }
    }

    private static async Task AddDocumentsAsync(GraphContext context, SnapshotBuilder builder, CancellationToken cancel)
    {
        var documents = await context.Documents.ToDictionaryAsync(document => document.Id, cancel);
        await foreach (var section in context.Sections.OrderBy(section => section.DocumentId).ThenBy(section => section.Position).AsAsyncEnumerable().WithCancellation(cancel))
            documents[section.DocumentId].Sections.Add(new Section { Id = section.Id, Title = section.Title, Parent = section.ParentId });
        await foreach (var passage in context.Passages.OrderBy(passage => passage.DocumentId).ThenBy(passage => passage.Start).AsAsyncEnumerable().WithCancellation(cancel))
        {
            documents[passage.DocumentId].Passages.Add(new Passage
            {
                Locator = passage.Locator,
                Section = passage.SectionId,
                Start = passage.Start,
                End = passage.End,
                Words = passage.Words,
                Sha256 = passage.Sha256,
                Runs = RunHashes.Unpack(passage.Runs),
            });
        }
        foreach (var document in documents.Values)
            builder.Add(document);
    }

    private static async Task AddPredicatesAsync(GraphContext context, SnapshotBuilder builder, CancellationToken cancel)
    {
        var predicates = await context.Predicates.ToDictionaryAsync(predicate => predicate.Id, cancel);
        await foreach (var link in context.Exclusions.OrderBy(link => link.PredicateId).ThenBy(link => link.Position).AsAsyncEnumerable().WithCancellation(cancel))
            predicates[link.PredicateId].Excludes.Add(link.ExcludedId);
        foreach (var predicate in predicates.Values)
            builder.Add(predicate);
    }

    private static async Task AddEntitiesAsync(GraphContext context, SnapshotBuilder builder, CancellationToken cancel)
    {
        var entities = await context.Entities.ToDictionaryAsync(entity => entity.Id, cancel);
        await foreach (var link in context.Summaries.OrderBy(link => link.EntityId).ThenBy(link => link.Position).AsAsyncEnumerable().WithCancellation(cancel))
            entities[link.EntityId].SummaryEvidence.Add(link.StatementId);
        foreach (var entity in entities.Values)
            builder.Add(entity);
    }

    private static async Task AddStatementsAsync(GraphContext context, SnapshotBuilder builder, CancellationToken cancel)
    {
        var statements = await context.Statements.ToDictionaryAsync(statement => statement.Id, cancel);
        await foreach (var link in context.Citations.OrderBy(link => link.StatementId).ThenBy(link => link.Position).AsAsyncEnumerable().WithCancellation(cancel))
            statements[link.StatementId].Passages.Add(link.Locator);
        await foreach (var link in context.Bearers.OrderBy(link => link.StatementId).ThenBy(link => link.Position).AsAsyncEnumerable().WithCancellation(cancel))
            statements[link.StatementId].AttributedTo.Add(link.EntityId);

        var facts = new Dictionary<string, Fact>();
        await foreach (var stored in context.Facts.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var fact = stored.ToFact();
            facts.Add(stored.Id, fact);
            builder.Add(fact, stored.Revision);
        }
        await foreach (var link in context.Supports.OrderBy(link => link.StatementId).ThenBy(link => link.Position).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var (fact, statement) = (facts[link.FactId], statements[link.StatementId]);
            (fact.Negated ? statement.Denies : statement.Asserts).Add(fact);
        }
        foreach (var statement in statements.Values)
            builder.Add(statement);
    }
}

/// <summary>The hashes of runs as the store packs them: twelve hex digits are six bytes.</summary>
internal static class RunHashes
{
    private const int Digits = 12;

    public static byte[] Pack(IEnumerable<string> runs) => Convert.FromHexString(string.Concat(runs));

    public static List<string> Unpack(byte[] runs)
    {
        var hex = Convert.ToHexStringLower(runs);
        return [.. Enumerable.Range(0, hex.Length / Digits).Select(run => hex.Substring(run * Digits, Digits))];
    }
}
