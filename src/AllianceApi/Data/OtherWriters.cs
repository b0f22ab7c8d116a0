using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;

namespace AllianceApi.Data;

/// <summary>Shows what other processes commit to the database, such as the command <c>import</c>, within seconds.</summary>
internal sealed partial class OtherWriters(Turns turns, Head head, ILogger<OtherWriters> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await head.Loaded.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var troubled = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Often, stoppingToken);
                await turns.CatchUpAsync(stoppingToken);
                troubled = false;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The server stops.
            }
            catch (Exception error) when (SqliteStore.Explain(error) is { } reason)
            {
                if (!troubled)
                    Missed(reason);
                troubled = true;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database cannot be looked at for what other processes wrote. {Reason}")]
    private partial void Missed(string reason);
}
