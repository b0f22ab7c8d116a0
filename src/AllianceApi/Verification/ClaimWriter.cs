using System.Globalization;
using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;
using AllianceApi.Graph.Search;
using AllianceApi.Http.Writers;
using AllianceApi.Shapes;

namespace AllianceApi.Verification;

/// <summary>Holds claims against a graph, and writes what comes of each as <see cref="VerifiedClaim"/> has it.</summary>
internal sealed class ClaimWriter(Snapshot graph, JsonBuffer json, Budget budget)
{
    private const int MostNearest = 5;

    private readonly TripleCheck _triples = new(graph, budget);
    private readonly QuoteCheck _quotes = new(graph, budget);
    private readonly Lazy<NearestStatements> _nearest = new(() => new NearestStatements(graph.Search()));

    public void Write(ReadClaim claim)
    {
        switch (claim)
        {
            case TripleClaim triple:
                Triple(_triples.Of(triple));
                break;
            case QuoteClaim quote:
                Quote(_quotes.Of(quote));
                break;
            case SentenceClaim sentence:
                Sentence(_nearest.Value.To(sentence.Text, MostNearest));
                break;
            default:
                throw new InvalidOperationException($"{claim} is no claim.");
        }
    }

    private void Triple(TripleFinding finding)
    {
        Verdict(finding.Verdict);
        if (finding.Side is [var strongest, ..])
            FactWriter.Strength(json, strongest.Strength);
        json.Raw(",\"attributedTo\":"u8);
        EntityWriter.References(json, graph, [.. finding.Side.SelectMany(fact => fact.AttributedTo).Distinct().Order(graph.EntitiesById)]);
        if (graph.At is { } at && finding.Side.Count > 0)
            json.Raw(finding.Side.Any(fact => Holding.On(fact.Period, at) == HeldThen.Yes) ? ",\"heldThen\":\"yes\""u8 : ",\"heldThen\":\"unknown\""u8);
        json.Raw(",\"evidence\":{\"affirms\":"u8);
        Evidence(finding.Affirms);
        json.Raw(",\"denies\":"u8);
        Evidence(finding.Instead is { } excluding ? [.. finding.Denies, excluding] : finding.Denies);
        json.Raw("}"u8);
        if (finding.Instead is { } instead)
        {
            json.Raw(",\"instead\":"u8);
            StatementWriter.Fact(json, graph, instead);
        }
        json.Raw("}"u8);
    }

    private void Evidence(IReadOnlyList<FactRow> facts)
    {
        // The facts come in order of strength, but the weaker statements of one may follow the stronger of the next.
        int[] rows = facts is [var only] ? only.Statements : [.. facts.SelectMany(fact => fact.Statements).Distinct().OrderBy(row => graph.Statements[row].Strength.Rank)];
        budget.Take(rows.Length);
        json.Array(rows, row => FactWriter.Evidence(json, graph, graph.Statements[row]));
    }

    private void Quote(QuoteFinding finding)
    {
        Verdict(finding.Verdict);
        json.Raw(",\"passages\":"u8);
        json.Array(finding.Passages, passage => FactWriter.Cited(json, graph, graph.Passages[passage]));
        json.Raw(",\"differences\":"u8);
        json.Array(finding.Differences, Difference);
        json.Raw("}"u8);
    }

    private void Difference((int Start, int Length) difference)
    {
        json.Raw("{\"start\":"u8);
        json.Number(difference.Start);
        json.Raw(",\"length\":"u8);
        json.Number(difference.Length);
        json.Raw("}"u8);
    }

    private void Sentence(IReadOnlyList<Hit> hits)
    {
        json.Raw("{\"nearest\":"u8);
        json.Array(hits, hit =>
        {
            json.Raw("{\"score\":"u8);
            json.Ascii(Math.Round(hit.Score / Hit.ScoreUnit, 4).ToString(CultureInfo.InvariantCulture));
            json.Raw(",\"statement\":"u8);
            StatementWriter.Write(json, graph, graph.Statements[graph.FindStatement(hit.Id)!.Value]);
            json.Raw("}"u8);
        });
        json.Raw("}"u8);
    }

    private void Verdict(Verdict verdict)
    {
        json.Raw("{\"verdict\":\""u8);
        json.Ascii(Fragments.Word(verdict));
        json.Raw("\""u8);
    }
}
