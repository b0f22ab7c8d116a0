using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace AllianceApi.Benchmarks.Soak;

/// <summary>Another system that is told of changes by a webhook.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<long, bool> _heard = new();

    private Receiver(WebApplication app) => _app = app;

    public Lag Lag { get; } = new();

    public string Url => $"{_app.Urls.First()}/changes";

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build());
        receiver._app.MapPost("/changes", context =>
        {
            var id = context.Request.Headers["webhook-id"].ToString();
            var revision = long.Parse(id[(id.LastIndexOf('_') + 1)..], CultureInfo.InvariantCulture);
            if (receiver._heard.TryAdd(revision, true))
                receiver.Lag.Heard(revision);
            return Task.CompletedTask;
        });
        receiver._app.Urls.Add("http://127.0.0.1:0");
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>The revisions that were not told of.</summary>
    public IReadOnlyList<long> Missing(long since, long until)
    {
        var missing = new List<long>();
        for (var revision = since + 1; revision <= until; revision++)
        {
            if (!_heard.ContainsKey(revision))
                missing.Add(revision);
        }
        return missing;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
