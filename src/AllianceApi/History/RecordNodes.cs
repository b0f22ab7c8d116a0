using System.Text;
using AllianceApi.Packs;
using AllianceApi.Packs.Ndjson;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.History;

/// <summary>Reads records that the store keeps as JSON.</summary>
internal static class RecordNodes
{
    public static PackMapping Of(string record)
    {
        var problems = new List<PackProblem>();
        return JsonNodes.Read("", 1, Encoding.UTF8.GetBytes(record), problems) as PackMapping
            ?? throw new InvalidOperationException($"A record of the past cannot be read: {problems.FirstOrDefault()}");
    }
}
