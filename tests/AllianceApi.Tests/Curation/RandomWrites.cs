using System.Globalization;
using AllianceApi.Tests.Support;

namespace AllianceApi.Tests.Curation;

/// <summary>Writes such as curators make, in any order.</summary>
internal static class RandomWrites
{
    /// <summary>One write of any sort; it may be refused.</summary>
    /// <param name="change">Its number, which makes its names its own.</param>
    public static Task<Answer> Write(CuratedGraph api, Random random, int change) => random.Next(9) switch
    {
        0 => api.Write("POST", "statements", CuratedGraph.Statement($"new-{random.Next(1, 4)}", """["lantern-pact","party","bland"], ["aland","ally-of","bland"]""")),
        1 => api.Write("POST", "statements", CuratedGraph.Statement($"new-{random.Next(1, 4)}", """["lantern-pact","signed","1960"], {"fact":["lantern-pact","party","cland"],"validFrom":"1950"}""")),
        2 => api.Write("PATCH", $"statements/new-{random.Next(1, 4)}", $$"""{ "text": "New words {{change}}.", "modality": "possible" }""", ("If-Match", "*")),
        3 => api.Write("DELETE", $"statements/new-{random.Next(1, 4)}?cascade=true", null, ("If-Match", "*")),
        4 => api.Write("PATCH", $"actors/{(random.Next(2) == 0 ? "aland" : "bland")}", $$"""{ "aliases": ["Name {{change}}"], "name": "Land {{random.Next(3)}}" }""", ("If-Match", "*")),
        5 => api.Write("POST", "revisions", $$"""
            { "note": "A thing.", "entities": [{ "id": "new-thing-{{change}}", "kind": "actor", "type": "group", "name": "Thing", "summary": "Something.", "summaryEvidence": ["thing-{{change}}"] }],
              "statements": [{{CuratedGraph.Statement($"thing-{change}", $"""["lantern-pact","party","new-thing-{change}"]""")}}] }
            """),
        6 => Merge(api, random, change),
        7 => api.Write("POST", "schema/predicates", """{ "id": "visited", "label": "visited", "inverse": { "id": "visited-by", "label": "was visited by" }, "definition": "Who went where.", "domain": ["actor"], "range": ["place"] }"""),
        _ => Revert(api, random),
    };

    private static async Task<Answer> Merge(CuratedGraph api, Random random, int change)
    {
        var things = (await api.Read("actors?q=thing")).List("items");
        return things.Length < 2
            ? await api.Write("PATCH", "schema/predicates/party", $$"""{ "label": "has party {{change}}" }""", ("If-Match", "*"))
            : await api.Write("POST", $"entities/{things[random.Next(1, things.Length)].Text("id")}/merge", $$"""{ "into": "{{things[0].Text("id")}}" }""", ("If-Match", "*"));
    }

    private static async Task<Answer> Revert(CuratedGraph api, Random random) =>
        await api.Write("POST", $"revisions/{random.Next(2, 2 + await api.Revision()).ToString(CultureInfo.InvariantCulture)}/revert");
}
