using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Verification;

/// <summary>Requests to try; those that this graph has no words for are not shown.</summary>
internal static class VerifyExamples
{
    private static readonly BodyExample[] All =
    [
        new("triples", "Facts: one that is so, one that is a view, one that is denied, one of another date, and one that nobody speaks of",
            """
            {
              "claims": [
                { "triple": ["mutual-defense-treaty", "signed", "1953"] },
                { "triple": ["reliance-on-nuclear-umbrella", "hinders", "denuclearization"] },
                { "triple": ["korean-war", "concluded-by", "peace-treaty"] },
                { "triple": ["mutual-defense-treaty", "signed", "1954"] },
                { "triple": ["south-korea", "party-to", "moon-treaty"] }
              ]
            }
            """),
        new("sentence", "Statements that bear on a sentence",
            """
            { "claims": [{ "sentence": "Washington keeps troops in South Korea to deter an attack." }] }
            """),
        new("quote", "Words that are said to stand in the document, and do not",
            """
            { "claims": [{ "quote": "The alliance was dissolved by common consent on the last day of the year." }] }
            """),
    ];

    public static IEnumerable<BodyExample> Of(Snapshot graph) => All.Where(example =>
    {
        using var body = JsonDocument.Parse(example.Json);
        return ClaimsReader.Read(graph, body.RootElement, out _) is not null;
    });
}
