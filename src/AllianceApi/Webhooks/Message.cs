using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AllianceApi.Changes;
using AllianceApi.Data;
using AllianceApi.Graph;

namespace AllianceApi.Webhooks;

/// <summary>
/// What a receiver is told of a revision: its changes as the feed has them, as far as they are of the types that it asked for. One that would be long
/// is cut, and sends to the feed.
/// </summary>
internal sealed record Message(string Id, ReadOnlyMemory<byte> Body)
{
    private const int MostItems = 100;
    private const int MostBytes = 256 * 1024;
    private const string SecretPrefix = "whsec_";

    /// <summary>The message on a revision; null where the webhook is about nothing of it.</summary>
    public static Message? Of(Webhook webhook, Revision revision, Snapshot graph, ChangesOf changes)
    {
        var wanted = changes.In(revision.Number).Where(change => webhook.Wants(change.Type)).ToList();
        if (wanted.Count == 0)
            return null;
        using var json = new JsonBuffer();
        json.Raw("{\"type\":\"revision.committed\",\"timestamp\":"u8);
        json.Time(revision.Time);
        json.Raw(",\"data\":{\"graph\":"u8);
        json.String(graph.GraphId);
        json.Raw(",\"revision\":"u8);
        json.Number(revision.Number);
        json.Raw(",\"items\":["u8);
        var shown = 0;
        foreach (var change in wanted.Take(MostItems))
        {
            var before = json.Length;
            json.Ascii(shown == 0 ? "" : ",");
            ChangeWriter.Write(json, revision, change);
            if (json.Length > MostBytes)
            {
                json.Truncate(before);
                break;
            }
            shown++;
        }
        json.Raw("],\"total\":"u8);
        json.Number(wanted.Count);
        json.Raw(",\"truncated\":"u8);
        json.Bool(shown < wanted.Count);
        json.Ascii(string.Create(CultureInfo.InvariantCulture, $",\"links\":{{\"changes\":\"/api/v1/changes?since={revision.Number - 1}\"}}}}}}"));
        return new Message(IdOf(webhook.Id, revision.Number), json.Written.ToArray());
    }

    /// <summary>The same with each try, so that a receiver can tell that it has had it.</summary>
    public static string IdOf(string webhook, long revision) => string.Create(CultureInfo.InvariantCulture, $"msg_{webhook}_{revision}");

    /// <summary>The secret as receivers are given it.</summary>
    public static string Shown(byte[] secret) => SecretPrefix + Convert.ToBase64String(secret);

    /// <summary>The signature of the Standard Webhooks specification, over id, time and body.</summary>
    public string Signature(byte[] secret, long seconds)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Id}.{seconds}.")), .. Body.Span];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret, signed))}";
    }
}
