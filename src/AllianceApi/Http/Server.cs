using System.IO.Compression;
using System.Net.Sockets;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace AllianceApi.Http;

/// <summary>What the server does for every request, whatever the feature.</summary>
internal static class Server
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>Above the longest address that is answered, so that a longer one still gets a problem.</summary>
    private const int LongestRequestLine = 64 * 1024;

    /// <summary>The formats beside JSON that are worth compressing.</summary>
    private static readonly string[] Streamed =
    [
        "application/ld+json", "application/n-triples", "application/graphml+xml", "application/vnd.cytoscape+json", "application/vnd.xaif+json",
        "application/x-ndjson", "image/svg+xml", "text/csv", "text/turtle", "text/vnd.argdown", "text/vnd.graphviz", "text/vnd.mermaid",
    ];

    private static readonly string[] WhereToListen = ["urls", "http_ports", "https_ports"];

    public static WebApplicationBuilder AddServer(this WebApplicationBuilder builder)
    {
        if (Array.TrueForAll(WhereToListen, setting => builder.Configuration[setting] is null or "") && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
            kestrel.Limits.MaxRequestBufferSize = 2 * LongestRequestLine;
        });
        builder.Services
            .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false)
            .ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions))
            .AddCors(cors => cors.AddDefaultPolicy(policy => policy
                .AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Head).AllowAnyHeader()
                .WithExposedHeaders(HeaderNames.ETag, HeaderNames.Link, HeaderNames.Location, HeaderNames.RetryAfter, "Graph-Revision")))
            .AddResponseCompression(compression =>
            {
                compression.EnableForHttps = true;
                compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/schema+json", "text/markdown", .. Streamed];
                compression.Providers.Add<BrotliCompressionProvider>();
                compression.Providers.Add<GzipCompressionProvider>();
            })
            .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest)
            .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        return builder;
    }

    /// <summary>Serves until told to stop; an address that cannot be had is said in a line.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> ServeAsync(this WebApplication app, CancellationToken stopping)
    {
        try
        {
            await app.RunAsync(stopping);
            return Environment.ExitCode;
        }
        catch (Exception error) when (error is IOException or FormatException or SocketException)
        {
            await Console.Error.WriteLineAsync($"The server cannot listen: {error.Message} Name another address in --urls or ASPNETCORE_URLS.");
            return 1;
        }
    }

    public static void UseServer(this WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.Use((context, next) =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return next(context);
        });
        app.UseResponseCompression();
        app.UseCors();
        app.UseRequestSnapshot();
        app.UseProblems();
    }
}
