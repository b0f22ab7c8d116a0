using System.CommandLine;
using System.Net;

namespace AllianceApi.Commands;

internal static class HealthCommand
{
    public static readonly string[] Examples =
    [
        "AllianceApi health",
        "AllianceApi health http://localhost:8080",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Build(Hosting hosting, Terminal terminal)
    {
        var url = new Argument<string?>("URL")
        {
            Description = "The address of the server; that of ASPNETCORE_URLS or ASPNETCORE_HTTP_PORTS unless told.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        url.Validators.Add(argument =>
        {
            if (argument.GetValueOrDefault<string?>() is { } value && !IsAddress(value))
                argument.AddError($"'{value}' is no address. Write http://HOST:PORT.");
        });
        var command = new Command("health", "Ask a server whether it is ready. Ends with 0 if it is and 1 if not.") { url };
        command.SetAction((parsed, cancellation) =>
            AskAsync(new Uri(parsed.GetValue(url) is { } told ? new Uri(told) : hosting.Address(), "/health/ready"), terminal, cancellation));
        return command;
    }

    private static bool IsAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private static async Task<int> AskAsync(Uri ready, Terminal terminal, CancellationToken cancellation)
    {
        // The server is a neighbour: no proxy lies between.
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(ready, cancellation);
            return answer.StatusCode == HttpStatusCode.OK
                ? terminal.Done($"{ready} is ready.")
                : terminal.Failed(FormattableString.Invariant($"{ready} is not ready: status {(int)answer.StatusCode}."));
        }
        catch (HttpRequestException error)
        {
            return terminal.Failed($"{ready} does not answer: {error.Message}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return terminal.Failed(FormattableString.Invariant($"{ready} does not answer within {Patience.TotalSeconds} seconds."));
        }
    }
}
