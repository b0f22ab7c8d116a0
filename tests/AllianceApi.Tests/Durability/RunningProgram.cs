using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using AllianceApi.Tests.Support;

namespace AllianceApi.Tests.Durability;

/// <summary>The program as a process of its own, on a database that outlives it.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly string[] _settings;
    private readonly string _base;
    private readonly string[] _around;
    private Process? _process;

    /// <param name="folder">Where its database lies.</param>
    /// <param name="around">A command that runs it, and shows what it does.</param>
    public RunningProgram(string folder, params string[] around)
    {
        _around = around;
        var port = FreePort();
        _base = $"http://127.0.0.1:{port.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        _settings = [$"--ConnectionStrings:Graph=Data Source={Path.Combine(folder, "graph.db")}", $"--Seed:Folder={InventedGraph.Folder}"];
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_base), Timeout = TimeSpan.FromSeconds(30) };
    }

    public HttpClient Client { get; }

    /// <summary>Settings beside where it listens and what it serves.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    public int ProcessId => _process!.Id;

    public async Task StartAsync(CancellationToken cancel)
    {
        _process = Start(_around, ["serve", $"--urls={_base}", .. _settings, .. Settings, "--Logging:LogLevel:Default=Warning"]);
        _ = _process.StandardOutput.ReadToEndAsync(cancel);
        var errors = _process.StandardError.ReadToEndAsync(cancel);
        while (true)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The program ended: {await errors}");
            try
            {
                using var ready = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancel);
                if (ready.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(50, cancel);
        }
    }

    /// <summary>A key that may do everything.</summary>
    public async Task UseKeyAsync(CancellationToken cancel)
    {
        using var made = Start([], ["keys", "create", "--name", "Ada", "--scope", "admin", .. _settings]);
        var key = (await made.StandardOutput.ReadToEndAsync(cancel)).Trim();
        await made.WaitForExitAsync(cancel);
        Client.DefaultRequestHeaders.Add("X-Api-Key", key);
    }

    /// <summary>Runs a command on its database beside it.</summary>
    /// <returns>The exit code, and what the command says is wrong.</returns>
    public async Task<(int Code, string Error)> RunAsync(CancellationToken cancel, params string[] command)
    {
        using var ran = Start([], [.. command, _settings[0]]);
        var output = ran.StandardOutput.ReadToEndAsync(cancel);
        var error = await ran.StandardError.ReadToEndAsync(cancel);
        await output;
        await ran.WaitForExitAsync(cancel);
        return (ran.ExitCode, error);
    }

    /// <summary>Ends it at once, wherever it is (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Asks it to stop (SIGTERM) and waits for it.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        using (var kill = Process.Start("kill", ["-TERM", ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(cancel);
        await _process!.WaitForExitAsync(cancel);
    }

    public async Task<Answer> SendAsync(string method, string path, string? body, CancellationToken cancel, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"/api/v1/{path}", UriKind.Relative));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, new System.Net.Http.Headers.MediaTypeHeaderValue(method == "PATCH" ? "application/merge-patch+json" : "application/json"));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request, cancel);
        return await Answer.Of(response);
    }

    public async Task<JsonElement> ReadAsync(string path, CancellationToken cancel) => (await SendAsync("GET", path, null, cancel)).Json;

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
        Client.Dispose();
    }

    private static Process Start(string[] around, string[] arguments)
    {
        string[] command = [.. around, "dotnet", typeof(Program).Assembly.Location, .. arguments];
        return Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
