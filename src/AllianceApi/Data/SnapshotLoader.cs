using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Data;

/// <summary>Builds a snapshot from the store: what there is little of as records, of all else rows straight from the reader.</summary>
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
            var (predicates, documents) = (await PredicatesAsync(context, cancel), await DocumentsAsync(context, cancel));
            var frame = SnapshotBuilder.Frame(identity.GraphId, revision?.Number ?? 0, revision?.Time ?? DateTime.UnixEpoch, predicates, documents);
            var connection = context.Database.GetDbConnection();
            var tables = new TableReader(connection, cancel);
            if (DatabaseFile.Of(connection.ConnectionString) is not { } file)
                return Assemble(frame, tables, tables);
            // Nobody writes while the transaction lasts: another connection reads the same revision.
            using var beside = DatabaseFile.Open(file, SqliteOpenMode.ReadOnly);
            // What it is asked for is looked up anywhere in the file.
            using var cache = new LargeCache(beside);
            using var reading = beside.BeginTransaction(deferred: true);
            return Assemble(frame, tables, new TableReader(beside, cancel));
        }
    }

    /// <param name="beside">Reads statements and what they support while entities and facts are read; the same where there is but one connection.</param>
    private static Snapshot Assemble(Snapshot frame, TableReader tables, TableReader beside)
    {
        var apart = beside != tables;
        var single = new SingleRows(Math.Max(frame.Passages.Length, tables.Count("Facts")));
        var (entities, supports) = Both(apart, new EntityTable(tables).Read, new SupportTable(beside, single).Read);
        var rows = RowIndex.Of(Array.ConvertAll(entities, entity => entity.Id));
        var ((facts, rowOf), statements) = Both(apart, new FactTable(tables, rows, frame.Schema).Read, new StatementTable(beside, frame, rows, single).Read);
        return new SnapshotAssembly(frame, entities, facts, supports.Join(statements, facts, rowOf, frame.Passages.Length)).Run();
    }

    /// <summary>Two readings at once where each has a connection of its own, else one after the other.</summary>
    private static (TOne, TOther) Both<TOne, TOther>(bool apart, Func<TOne> one, Func<TOther> other)
    {
        if (!apart)
            return (one(), other());
        var reading = Task.Run(other);
        try
        {
            return (one(), reading.GetAwaiter().GetResult());
        }
        finally
        {
            // Its connection is in use until then.
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
        }
    }

    private static async Task<IEnumerable<Document>> DocumentsAsync(GraphContext context, CancellationToken cancel)
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
        return documents.Values;
    }

    private static async Task<IEnumerable<Predicate>> PredicatesAsync(GraphContext context, CancellationToken cancel)
    {
        var predicates = await context.Predicates.ToDictionaryAsync(predicate => predicate.Id, cancel);
        await foreach (var link in context.Exclusions.OrderBy(link => link.PredicateId).ThenBy(link => link.Position).AsAsyncEnumerable().WithCancellation(cancel))
            predicates[link.PredicateId].Excludes.Add(link.ExcludedId);
        return predicates.Values;
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
