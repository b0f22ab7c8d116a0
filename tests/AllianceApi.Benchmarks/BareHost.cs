using AllianceApi.Data;
using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AllianceApi.Benchmarks;

/// <summary>What Kestrel gives for a fixed buffer, and what the writers give without the pipeline around them.</summary>
internal static class BareHost
{
    private const int FixedBytes = 2048;

    /// <summary>About what a subgraph of 200 nodes takes.</summary>
    private const int LargeBytes = 100 * 1024;

    public static async Task RunAsync(string database, string url)
    {
        var graph = await LoadAsync(database);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        Fixed(app, "/fixed", FixedBytes);
        Fixed(app, "/fixed/large", LargeBytes);
        new BareAnswers(graph).Map(app);
        await app.RunAsync(url);
    }

    private static void Fixed(WebApplication app, string path, int bytes)
    {
        var buffer = new byte[bytes];
        Array.Fill(buffer, (byte)'x');
        app.MapGet(path, context => SendAsync(context, buffer));
    }

    private static async Task<Snapshot> LoadAsync(string database)
    {
        var options = new DbContextOptionsBuilder<GraphContext>();
        options.UseGraph($"Data Source={database}");
        var context = new GraphContext(options.Options);
        await using (context)
            return await SnapshotLoader.LoadAsync(context, CancellationToken.None);
    }

    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body);
        await context.Response.BodyWriter.FlushAsync();
    }
}
