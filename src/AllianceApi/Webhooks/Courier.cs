using System.Globalization;
using System.Net.Http.Headers;

namespace AllianceApi.Webhooks;

/// <summary>
/// Takes one message to its receiver: within a time, without following it elsewhere, and without reading what it answers beyond the headers,
/// so that a receiver that hangs, drips or sends without end harms nobody.
/// </summary>
internal sealed class Courier(Reach reach, TimeProvider clock) : IDisposable
{
    private const int Gone = 410;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectCallback = reach.ConnectAsync,
        ConnectTimeout = Patience,
        MaxResponseHeadersLength = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseDrainSize = 0,
    })
    {
        Timeout = Patience,
    };

    public async Task<Attempt> TryAsync(Webhook webhook, Message message, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        var now = clock.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ReadOnlyMemoryContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.ParseAdd("AllianceApi-Webhooks/1");
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", message.Signature(webhook.Secret, now.ToUnixTimeSeconds()));
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            var status = (int)response.StatusCode;
            return Tried(status, WrongWith(response, status), RetryAfter(response, now));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Tried(null, $"The receiver did not answer within {Patience.TotalSeconds:0} seconds.", null);
        }
        catch (Exception error) when (error is HttpRequestException or UnreachableException or IOException)
        {
            return Tried(null, Explain(error), null);
        }

        Attempt Tried(int? status, string? error, TimeSpan? pause) =>
            new(now.UtcDateTime, status, error, (int)clock.GetElapsedTime(started).TotalMilliseconds, pause);
    }

    /// <summary>Whether the receiver says that it is there no more.</summary>
    public static bool IsGone(Attempt attempt) => attempt.Status == Gone;

    public void Dispose() => _client.Dispose();

    private static string? WrongWith(HttpResponseMessage response, int status) => status switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => $"The receiver answered {status}: it redirects, which is not followed. Register the address that it leads to.",
        _ => $"The receiver answered {status}.",
    };

    private static string Explain(Exception error)
    {
        var reason = error.GetBaseException() is UnreachableException unreachable ? unreachable.Message : $"The receiver cannot be reached: {error.GetBaseException().Message}";
        return reason.Length > 300 ? reason[..300] : reason;
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var asked = response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - now : null;
        return asked is { } pause && pause > TimeSpan.Zero ? pause < LongestPause ? pause : LongestPause : null;
    }
}
