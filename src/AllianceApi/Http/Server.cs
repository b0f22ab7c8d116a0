using System.IO.Compression;
using System.Net.Sockets;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Net.Http.Headers;

namespace AllianceApi.Http;

/// <summary>What the server does for every request, whatever the feature.</summary>
internal static partial class Server
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>Above the longest address that is answered, so that a longer one still gets a problem.</summary>
    private const int LongestRequestLine = 64 * 1024;

    /// <summary>In bytes a second: whoever sends more slowly holds a connection for hours.</summary>
    private const int SlowestBody = 2_000;

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
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 100;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(30);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
            kestrel.Limits.MaxRequestBodySize = JsonBody.MostBytes;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(SlowestBody, TimeSpan.FromSeconds(10));
        });
        AnswerCache.Add(builder.Services);
        builder.Services
            .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false)
            .ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions))
            .AddCors(cors => cors.AddDefaultPolicy(policy => policy
                .AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post).AllowAnyHeader()
                .WithExposedHeaders(HeaderNames.ETag, HeaderNames.Link, HeaderNames.Location, HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate, "Graph-Revision")))
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

    /// <summary>Where a server with the settings of this folder and environment is to be asked from this machine.</summary>
    public static Uri Address() => Address(new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables()
        .Build());

    /// <summary>The first address that these settings have a server listen on, plain HTTP before HTTPS.</summary>
    public static Uri Address(IConfiguration configuration)
    {
        var addresses = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"])
            .Concat(Each("urls", "")).Concat(Each("http_ports", "http://localhost:")).Concat(Each("https_ports", "https://localhost:"))
            .OfType<string>().Select(BindingAddress.Parse).ToList();
        var address = addresses.Find(address => address.Scheme == Uri.UriSchemeHttp) ?? addresses.FirstOrDefault() ?? BindingAddress.Parse(DefaultUrl);
        return new UriBuilder(address.Scheme, IsEverywhere(address.Host) ? "localhost" : address.Host, address.Port).Uri;

        IEnumerable<string> Each(string setting, string prefix) => (configuration[setting] ?? "")
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(value => prefix + value);
    }

    /// <summary>Serves until told to stop; an address that cannot be had is said in a line.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> ServeAsync(this WebApplication app, CancellationToken stopping)
    {
        using var started = app.Lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var url in app.Urls)
                LookAt(app.Logger, url);
        });
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

    public static WebApplication UseServer(this WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.UseSecurityHeaders();
        app.UseHsts();
        app.UseCors();
        app.UseRequestSnapshot();
        AnswerCache.Use(app);
        app.UseResponseCompression();
        app.UseProblems();
        return app;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Swagger UI is at {Url}/swagger, the API at {Url}/api/v1.")]
    private static partial void LookAt(ILogger log, string url);

    private static bool IsEverywhere(string host) => host is "*" or "+" or "0.0.0.0" or "[::]";
}
