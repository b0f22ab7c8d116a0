using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace AllianceApi.Benchmarks.Writes;

/// <summary>The product upon a database in a folder, and a client that may write to it.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;
    private readonly string _database;

    private Server(string url, string database, Process process)
    {
        (Url, _database, _process) = (url, database, process);
        _http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(5) };
    }

    public string Url { get; }

    public int ProcessId => _process.Id;

    /// <param name="settings">Settings beside those of every server here.</param>
    public static async Task<Server> StartAsync(string folder, params string[] settings)
    {
        Directory.CreateDirectory(folder);
        var (url, database) = (FreeUrl(), $"--ConnectionStrings:Graph=Data Source={Path.Combine(folder, "graph.db")}");
        var server = new Server(url, database, Programs.Start(Programs.Product, ["serve", "--urls", url, database, "--Logging:LogLevel:Default=Warning", .. settings]));
        await Programs.ReadyAsync(server._http, server._process, "/health/ready");
        server._http.DefaultRequestHeaders.Add("X-Api-Key", await NewKeyAsync(database));
        return server;
    }

    public async Task<JsonElement> ReadAsync(string path) => JsonDocument.Parse(await _http.GetByteArrayAsync(new Uri($"/api/v1/{path}", UriKind.Relative))).RootElement;

    /// <summary>A write that has to succeed; it changes whatever is there.</summary>
    public async Task WriteAsync(HttpMethod method, string path, string body)
    {
        using var answer = await SendAsync(method, path, body);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{method} {path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>A request, whatever becomes of it; a write changes whatever is there.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, method == HttpMethod.Patch ? "application/merge-patch+json" : mediaType);
        if (method == HttpMethod.Patch || method == HttpMethod.Delete)
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        return await _http.SendAsync(request);
    }

    /// <summary>Looks the database over, and prints what there is to be found.</summary>
    public async Task<bool> CheckAsync()
    {
        using var check = Programs.Start(Programs.Product, "check", _database);
        await check.WaitForExitAsync();
        return check.ExitCode == 0;
    }

    /// <summary>Ends it in good order, so that its database is one whole file.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await StopAsync();
        _process.Dispose();
        _http.Dispose();
    }

    private static async Task<string> NewKeyAsync(string database)
    {
        using var made = Process.Start(new ProcessStartInfo("dotnet", [Programs.Product, "keys", "create", "--name", "benchmark", "--scope", "admin", database]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var key = await made.StandardOutput.ReadToEndAsync();
        await made.WaitForExitAsync();
        return key.Trim();
    }

    private static string FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
