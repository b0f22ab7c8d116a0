using System.Collections.Concurrent;
using AllianceApi.Data.Sqlite;

namespace AllianceApi.Access;

/// <summary>Notes when a key was last used: behind the requests, at most once a minute for each, and when the server stops.</summary>
internal sealed partial class LastUse(ApiKeys keys, TimeProvider clock, ILogger<LastUse> log) : BackgroundService
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTime> _uses = new(StringComparer.Ordinal);

    public void Note(string id) => _uses[id] = clock.GetUtcNow().UtcDateTime;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Minute, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await WriteAsync();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Who stops the server waits for the rest to be written.
        }
        await WriteAsync();
    }

    private async Task WriteAsync()
    {
        var uses = _uses.ToArray().Where(_uses.TryRemove).ToDictionary();
        if (uses.Count == 0)
            return;
        try
        {
            await keys.NoteUseAsync(uses, CancellationToken.None);
        }
        catch (Exception error) when (SqliteStore.Explain(error) is not null)
        {
            Missed(uses.Count, error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The last use of {Keys} keys could not be noted: {Reason}")]
    private partial void Missed(int keys, string reason);
}
