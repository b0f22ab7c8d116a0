using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using AllianceApi.Data;
using AllianceApi.Graph;

namespace AllianceApi.Changes;

/// <summary>Whether a follower who applies the feed from its beginning ends with the records of a snapshot.</summary>
internal sealed class FeedCheck(Snapshot graph, Archive archive)
{
    private readonly Dictionary<(string Type, string Id), UInt128> _followed = [];

    public IEnumerable<string> Findings()
    {
        var changes = new ChangesOf(graph, archive);
        for (var revision = 1L; revision <= graph.Revision; revision++)
        {
            foreach (var change in changes.In(revision))
            {
                if (Apply(change) is { } wrong)
                    yield return FormattableString.Invariant($"the feed's revision {revision} {change.Op}s the {change.Type} '{change.Id}', {wrong}");
            }
        }
        foreach (var (type, id, _) in CurrentRecord.All(graph))
        {
            if (!_followed.Remove((Fragments.Word(type), id), out var followed) || followed != HashOf(json => CurrentRecord.Write(json, graph, type, id)))
                yield return $"the {Fragments.Word(type)} '{id}' is otherwise by the feed";
        }
        foreach (var (type, id) in _followed.Keys)
            yield return $"the {type} '{id}' is there by the feed only";
    }

    /// <returns>What is wrong with the change; null where nothing is.</returns>
    private string? Apply(Change change)
    {
        if (change.Write is { } write)
        {
            try
            {
                _followed[(change.Type, change.Id)] = HashOf(write);
                return null;
            }
            catch (JsonException)
            {
                return "whose record cannot be read";
            }
        }
        return _followed.Remove((change.Type, change.Id)) || IsFromBeforeVersions(change) ? null : "which is not there";
    }

    /// <summary>Such records were never put: it is known of them that they are gone.</summary>
    private bool IsFromBeforeVersions(Change change) => Enum.GetValues<RecordType>().Where(type => Fragments.Word(type) == change.Type)
        .Any(type => archive.Of(type, change.Id).Any(version => version is { From: 0, Record: "" }));

    private static UInt128 HashOf(Action<JsonBuffer> write)
    {
        using var json = new JsonBuffer();
        write(json);
        var reader = new Utf8JsonReader(json.Written);
        reader.Read();
        reader.Skip();
        return BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(json.Written));
    }
}
