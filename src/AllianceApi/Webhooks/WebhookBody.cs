using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Webhooks;

/// <summary>Reads what is sent of a webhook, and says all that is wrong with it at once.</summary>
internal sealed class WebhookBody(JsonElement body, Reach reach)
{
    private const int LongestUrl = 2000;
    private const string All = "*";

    private static readonly string[] Types = [All, .. new[] { RecordType.Document, RecordType.Predicate, RecordType.Entity, RecordType.Statement }.Select(type => Fragments.Word(type))];

    public const string Active = "active";
    public const string Disabled = "disabled";

    private readonly List<ProblemError> _errors = [];

    public IReadOnlyList<ProblemError> Errors => _errors;

    /// <summary>Refuses members other than these.</summary>
    public void Allow(params string[] members)
    {
        foreach (var member in body.EnumerateObject().Where(member => !members.Contains(member.Name)))
            Refuse(member.Name, $"unknown member '{member.Name}'.{Nearest.Question(Nearest.To(member.Name, members))}", members);
    }

    /// <summary>The address; null where none was sent.</summary>
    public async Task<string?> UrlAsync(bool required, CancellationToken cancel)
    {
        if (!body.TryGetProperty("url", out var value))
        {
            if (required)
                Refuse("url", "'url' is missing: the address that messages are sent to.");
            return null;
        }
        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: <= LongestUrl } text || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp) || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0 || uri.Host.Length == 0)
        {
            Refuse("url", $"'url' is an http or https address of at most {LongestUrl} characters, without a name, a password or a fragment.");
            return null;
        }
        try
        {
            await reach.AddressesOfAsync(uri.DnsSafeHost, cancel);
        }
        catch (UnreachableException error)
        {
            Refuse("url", error.Message);
        }
        return uri.AbsoluteUri;
    }

    /// <summary>The types, as they are stored; null where none were sent.</summary>
    public string? TypesSent()
    {
        if (!body.TryGetProperty("types", out var value))
            return null;
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            Refuse("types", "'types' is a list of at least one type.", Types);
            return null;
        }
        var sent = new List<string>();
        for (var i = 0; i < value.GetArrayLength(); i++)
        {
            if (value[i].ValueKind == JsonValueKind.String && Types.Contains(value[i].GetString()))
                sent.Add(value[i].GetString()!);
            else
                Refuse($"types/{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}", "there is no such type.", Types);
        }
        return sent.Contains(All) ? All : string.Join(',', sent.Distinct());
    }

    /// <summary>The revision after which to begin; the newest unless told.</summary>
    public long Since(Snapshot graph)
    {
        if (!body.TryGetProperty("since", out var value))
            return graph.Revision;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var since) && since >= 0 && since <= graph.Revision)
            return since;
        Refuse("since", $"'since' is a revision, from 0 to {graph.Revision}.");
        return graph.Revision;
    }

    /// <summary>Whether it is to be disabled; null where that was not sent.</summary>
    public bool? IsDisabled()
    {
        if (!body.TryGetProperty("status", out var value))
            return null;
        if (value.ValueKind == JsonValueKind.String && value.GetString() is Active or Disabled)
            return value.GetString() == Disabled;
        Refuse("status", "'status' is 'active' or 'disabled'.", [Active, Disabled]);
        return null;
    }

    private void Refuse(string member, string message, IReadOnlyList<string>? allowed = null) => _errors.Add(new ProblemError { Pointer = $"/{member.Replace("~", "~0", StringComparison.Ordinal)}", Message = message, Allowed = allowed });
}
