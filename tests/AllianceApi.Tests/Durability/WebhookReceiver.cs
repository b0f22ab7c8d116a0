using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AllianceApi.Tests.Durability;

/// <summary>Another system that is told of changes by webhooks, each upon a path of its own.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _hearing = new();
    private readonly List<(string Path, long Revision)> _heard = [];

    private WebhookReceiver(WebApplication app) => _app = app;

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var receiver = new WebhookReceiver(builder.Build());
        receiver._app.MapPost("/{path}", receiver.Hear);
        receiver._app.Urls.Add("http://127.0.0.1:0");
        await receiver._app.StartAsync();
        return receiver;
    }

    public string Url(string path) => $"{_app.Urls.First()}/{path}";

    /// <summary>The revisions that were told of upon a path, in the order in which each was first.</summary>
    public IReadOnlyList<long> Heard(string path)
    {
        lock (_hearing)
            return [.. _heard.Where(heard => heard.Path == path).Select(heard => heard.Revision).Distinct()];
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Hear(string path, HttpRequest request)
    {
        var id = request.Headers["webhook-id"].ToString();
        lock (_hearing)
            _heard.Add((path, long.Parse(id[(id.LastIndexOf('_') + 1)..], CultureInfo.InvariantCulture)));
        return Results.NoContent();
    }
}
