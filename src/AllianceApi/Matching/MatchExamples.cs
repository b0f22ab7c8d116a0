using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Matching;

/// <summary>Requests to try; those that this graph has no words for are not shown.</summary>
internal static class MatchExamples
{
    private static readonly BodyExample[] All =
    [
        new("unanswered", "The arguments that nobody answers, with their debate and who holds the position",
            """
            {
              "where": [["?a", "argues-for", "?p"], ["?p", "position-in", "?d"], ["?p", "stance", { "in": ["for", "against"] }]],
              "optional": [["?p", "held-by", "?h"]],
              "not": [["?x", "answers", "?a"]],
              "select": ["?a", "?d", "?h"]
            }
            """),
        new("parties", "Who is party to a treaty, and since when that is signed, with the evidence",
            """
            {
              "where": [["?t", "kind", "treaty"], ["?t", "party", "?who"]],
              "optional": [["?t", "signed", "?when"]],
              "select": ["?t", "?who", "?when"],
              "evidence": true
            }
            """),
        new("parts", "What is part of what, however far down, and the plan",
            """
            { "where": [["?part", "part-of+", "?whole"]], "select": ["?part", "?whole"], "limit": 20, "explain": true }
            """),
        new("anything", "Any ten facts that are only somebody's view",
            """
            { "where": [["?s", "?p", "?o"]], "select": ["?s", "?p", "?o"], "standing": ["attributed"], "limit": 10 }
            """),
    ];

    public static IEnumerable<BodyExample> Of(Snapshot graph) => All.Where(example =>
    {
        using var body = JsonDocument.Parse(example.Json);
        return MatchReader.Read(graph, body.RootElement, out _) is not null;
    });
}
