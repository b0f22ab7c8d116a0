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

    /// <summary>How many highlights the item that is being written has.</summary>
    private int _highlights;

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
        if (facets.Count == 0)
            json.Raw("{}"u8);
        else
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
        BeginHighlights(json, hit);
        WriteHighlights(json, SearchField.Name, SearchRecords.Unescape(SearchRecords.EscapedNameOf(entity)));
        for (var i = 0; i < entity.Aliases.Count; i++)
            WriteHighlights(json, SearchField.Aliases, entity.Aliases[i]);
        WriteHighlights(json, SearchField.Summary, SearchRecords.Unescape(SearchRecords.EscapedSummaryOf(entity)));
        json.Raw("]}"u8);
    }

    private void WriteStatement(JsonBuffer json, StatementRow statement, Hit hit)
    {
        var text = SearchRecords.EscapedTextOf(statement);
        json.Raw("{\"type\":\"statement\",\"id\":\""u8);
        json.Ascii(statement.Id);
        json.Raw("\",\"text\":\""u8);
        json.Raw(text);
        json.Raw("\""u8);
        BeginHighlights(json, hit);
        WriteHighlights(json, SearchField.Text, SearchRecords.Unescape(text));
        if (SearchRecords.HasQualifier(statement))
            WriteHighlights(json, SearchField.Qualifier, SearchRecords.Unescape(SearchRecords.EscapedQualifierOf(statement)));
        json.Raw("]}"u8);
    }

    private void BeginHighlights(JsonBuffer json, Hit hit)
    {
        json.Raw(",\"score\":"u8);
        json.Number(Math.Round(hit.Score / Hit.ScoreUnit, 4));
        json.Raw(",\"highlights\":["u8);
        _highlights = 0;
    }

    private void WriteHighlights(JsonBuffer json, SearchField field, ReadOnlySpan<char> text)
    {
        var found = _highlighter.Of(text);
        for (var i = 0; i < found.Count && _highlights < MostHighlights; i++)
        {
            if (_highlights++ > 0)
                json.Raw(","u8);
            WriteHighlight(json, field, text, found[i]);
        }
    }

    private static void WriteHighlight(JsonBuffer json, SearchField field, ReadOnlySpan<char> text, Highlight highlight)
    {
        json.Raw("{\"field\":\""u8);
        json.Ascii(FieldNames[(int)field]);
        json.Raw("\""u8);
        if (field is not (SearchField.Name or SearchField.Text))
        {
            json.Raw(",\"value\":"u8);
            json.String(text);
        }
        json.Raw(",\"start\":"u8);
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
