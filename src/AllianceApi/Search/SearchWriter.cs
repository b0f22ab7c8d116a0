using System.Globalization;
using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Graph.Search;
using AllianceApi.Http;
using AllianceApi.Kinds;

namespace AllianceApi.Search;

/// <summary>Writes what a search found as <see cref="SearchResponse"/> has it.</summary>
internal sealed class SearchWriter(Snapshot graph, SearchQuery question, SearchResult result, string? next, IReadOnlyList<string> facets, string? didYouMean)
{
    private const int MostHighlights = 20;

    private static readonly string[] FieldNames = [.. Enum.GetValues<SearchField>().Select(Fragments.Word)];

    private readonly Highlighter _highlighter = new(question);

    public void Write(JsonBuffer json)
    {
        json.Raw("{\"items\":"u8);
        json.Array(result.Hits, hit => WriteItem(json, hit));
        json.Raw(",\"total\":"u8);
        json.Number(result.Total);
        if (result.TotalIsAtLeast)
            json.Raw(",\"totalIsAtLeast\":true"u8);
        json.Raw(",\"next\":"u8);
        if (next is null)
            json.Raw("null"u8);
        else
            json.String(next);
        json.Raw(",\"facets\":"u8);
        json.Record(Facets());
        if (didYouMean is not null)
        {
            json.Raw(",\"didYouMean\":"u8);
            json.String(didYouMean);
        }
        json.Raw("}"u8);
    }

    private void WriteItem(JsonBuffer json, Hit hit)
    {
        if (hit.IsStatement)
            WriteStatement(json, graph.Statements[graph.FindStatement(hit.Id)!.Value], hit);
        else
            WriteEntity(json, graph.Entities[graph.FindEntity(hit.Id)!.Value], hit);
    }

    private void WriteEntity(JsonBuffer json, EntityRow entity, Hit hit)
    {
        json.Raw("{\"type\":\"entity\","u8);
        json.Raw(entity.Reference.AsSpan(1, entity.Reference.Length - 2));
        WriteEnd(json, hit, SearchRecords.TextsOf(entity));
    }

    private void WriteStatement(JsonBuffer json, StatementRow statement, Hit hit)
    {
        var texts = SearchRecords.TextsOf(statement);
        json.Raw("{\"type\":\"statement\",\"id\":\""u8);
        json.Ascii(statement.Id);
        json.Raw("\",\"text\":\""u8);
        json.Raw(SearchRecords.EscapedTextOf(statement));
        json.Raw("\""u8);
        WriteEnd(json, hit, texts);
    }

    private void WriteEnd(JsonBuffer json, Hit hit, IReadOnlyList<(SearchField Field, string Text)> texts)
    {
        json.Raw(",\"score\":"u8);
        json.Ascii(Math.Round(hit.Score / Hit.ScoreUnit, 4).ToString(CultureInfo.InvariantCulture));
        json.Raw(",\"highlights\":["u8);
        var left = MostHighlights;
        foreach (var (field, text) in texts)
        {
            var highlights = _highlighter.Of(text);
            var value = highlights.Count == 0 || field is SearchField.Name or SearchField.Text ? default : JsonEncodedText.Encode(text, JsonBuffer.Encoder);
            foreach (var highlight in highlights.Take(left))
            {
                if (left-- < MostHighlights)
                    json.Raw(","u8);
                WriteHighlight(json, field, value, highlight);
            }
        }
        json.Raw("]}"u8);
    }

    private static void WriteHighlight(JsonBuffer json, SearchField field, JsonEncodedText value, Highlight highlight)
    {
        json.Raw("{\"field\":\""u8);
        json.Ascii(FieldNames[(int)field]);
        if (field is not (SearchField.Name or SearchField.Text))
        {
            json.Raw("\",\"value\":\""u8);
            json.Raw(value.EncodedUtf8Bytes);
        }
        json.Raw("\",\"start\":"u8);
        json.Number(highlight.Start);
        json.Raw(",\"length\":"u8);
        json.Number(highlight.Length);
        json.Raw("}"u8);
    }

    private SearchFacets Facets() => new()
    {
        Kind = Facet("kind", counts => counts.Groups.Where(group => Catalogue.Find(group.Key) is not null)),
        Standing = Facet("standing", counts => counts.Groups.Where(group => Catalogue.Find(group.Key) is null)),
        Document = Facet("document", counts => counts.Documents),
        Section = Facet("section", counts => counts.Sections),
    };

    private List<FacetValue>? Facet(string name, Func<FacetCounts, IEnumerable<KeyValuePair<string, int>>> counts) => !facets.Contains(name) || result.Facets is null
        ? null
        : [.. counts(result.Facets).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new FacetValue { Value = pair.Key, Count = pair.Value })];
}
