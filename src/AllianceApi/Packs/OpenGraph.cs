using AllianceApi.Data;
using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;
using AllianceApi.Graph.Search;

namespace AllianceApi.Packs;

/// <summary>Opens the graph while the server already answers for its health: migrates, seeds an empty database, loads the snapshot.</summary>
internal sealed partial class OpenGraph(PackLoading packs, Presence presence, Head head, IHostApplicationLifetime lifetime, ILogger<OpenGraph> log) : BackgroundService
{
    private const int Large = 10_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var graph = await packs.OpenSeededAsync(stoppingToken);
            presence.Hold();
            head.Publish(graph);
            // Built before the first question asks for it; who asks meanwhile waits for it.
            _ = Task.Run(() => Settle(graph), stoppingToken);
            Ready(graph.Revision, graph.Entities.Length, graph.Facts.Length, graph.Statements.Length);
        }
        catch (Exception error) when (error is StoreException || SqliteStore.Explain(error) is not null)
        {
            Failed((error as StoreException)?.Message ?? SqliteStore.Explain(error)!);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    /// <summary>Builds the search index; a large graph then gives back the memory that loading took beside what it keeps.</summary>
    public static void Settle(Snapshot graph)
    {
        graph.Search();
        if (graph.Statements.Length >= Large)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The graph is ready: revision {Revision}, {Entities} entities, {Facts} facts, {Statements} statements.")]
    private partial void Ready(long revision, int entities, int facts, int statements);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The graph cannot be opened. {Reason}")]
    private partial void Failed(string reason);
}
