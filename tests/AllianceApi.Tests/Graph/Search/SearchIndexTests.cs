using AllianceApi.Graph;
using AllianceApi.Graph.Search;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Graph.Search;

/// <summary>The index finds what a search without one finds, in the same order, whatever happened to it before.</summary>
public sealed class SearchIndexTests
{
    [Fact]
    public void Finds_what_reading_every_record_finds() => Gen.Select(RandomRecords.Many, RandomRecords.Requests.Array[1, 6]).Sample((records, requests) =>
    {
        foreach (var request in requests)
            AssertSame(records, SearchIndex.Of(records), request);
    }, iter: 2_000);

    [Fact]
    public void A_successor_equals_an_index_built_anew() =>
        Gen.Select(RandomRecords.Many, RandomRecords.One.Array[1, 3].Array[1, 30], Gen.Int[0, 25].Array[0, 3], RandomRecords.Requests.Array[1, 4]).Sample((records, changes, deletions, requests) =>
        {
            var index = SearchIndex.Of(records);
            var now = records.ToDictionary(record => record.Id);
            foreach (var change in changes)
            {
                var put = change.DistinctBy(record => record.Id).ToList();
                var gone = deletions.Select(id => (true, $"s{id}")).Where(id => put.TrueForAll(record => record.Id != id.Item2)).ToList();
                index = index.With(gone, put);
                foreach (var record in put)
                    now[record.Id] = record;
                foreach (var (_, id) in gone)
                    now.Remove(id);
                Assert.Equal(now.Count, index.Count);
            }
            foreach (var request in requests)
                AssertSame(now.Values, index, request);
            Assert.InRange(index.Segments.Count, 0, 24);
        }, iter: 500);

    [Fact]
    public void Going_on_behind_the_last_hit_shows_each_once() => Gen.Select(RandomRecords.Many, RandomRecords.Requests).Sample((records, request) =>
    {
        var index = SearchIndex.Of(records);
        var walked = new List<Hit>();
        for (var page = Ranking.Run(index, request); ; page = Ranking.Run(index, request with { After = walked[^1] }))
        {
            walked.AddRange(page.Hits);
            Assert.Equal(new SlowSearch(records).Run(request).Total, page.Total);
            if (!page.More)
                break;
        }
        Assert.Equal(new SlowSearch(records).Run(request).Hits, walked);
    }, iter: 500);

    [Fact]
    public void Beginnings_are_found_as_lists_define_them() => Gen.Select(Gen.String.Array[1, 4], Gen.String[1, 3]).Sample((texts, wanted) =>
    {
        var word = Fold.Words(wanted).Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        if (word is null)
            return;
        SearchRecord[] records = [.. texts.Select((text, i) => new SearchRecord { IsStatement = true, Id = $"s{i}", Group = "stated", Place = new("d", []), Texts = [(SearchField.Text, text)] })];
        var found = Beginnings.Find(SearchIndex.Of(records), [word], statements: true).Order();
        Assert.Equal(records.Where(record => Fold.Words(record.Texts[0].Text).Contains($" {word}", StringComparison.Ordinal)).Select(record => record.Id).Order(), found);
    }, iter: 5_000);

    [Fact]
    public void Common_words_are_counted_up_to_ten_thousand_and_the_best_are_still_found()
    {
        SearchRecord[] records = [.. Enumerable.Range(0, 30_000).Select(i => new SearchRecord
        {
            IsStatement = true, Id = $"s{i:D5}", Group = "stated", Place = new("d", []),
            Texts = [(SearchField.Text, i % 7_777 == 7_000 ? "alliance treaty alliance treaty" : "the alliance and the treaty and other words" + string.Concat(Enumerable.Repeat(" x", i % 9)))],
        })];
        var request = new SearchRequest(QueryParser.Parse("alliance treaty").Query!) { Limit = 10 };
        var result = Ranking.Run(SearchIndex.Of(records), request);
        Assert.Equal((10_000, true), (result.Total, result.TotalIsAtLeast));
        Assert.Equal(new SlowSearch(records).Run(request).Hits.Take(10), result.Hits);
        Assert.Equal(30_000, Ranking.Run(SearchIndex.Of(records), request with { Query = QueryParser.Parse("alliance").Query! }).Total);
    }

    private static void AssertSame(IReadOnlyCollection<SearchRecord> records, SearchIndex index, SearchRequest request)
    {
        var (hits, total, found) = new SlowSearch(records).Run(request);
        var result = Ranking.Run(index, request);
        Assert.Equal(hits.Take(request.Limit), result.Hits);
        Assert.Equal((total, total > request.Limit), (result.Total, result.More));
        if (!request.Facets)
            return;
        Assert.Equal(Counts(found.Select(record => record.Group)), Counts(result.Facets!.Groups));
        Assert.Equal(Counts(found.Select(record => record.Place?.Document).OfType<string>()), Counts(result.Facets.Documents));
        Assert.Equal(Counts(found.SelectMany(record => record.Place?.Sections ?? [])), Counts(result.Facets.Sections));
    }

    private static IEnumerable<string> Counts(IEnumerable<string> values) => Counts(values.CountBy(value => value));

    private static IEnumerable<string> Counts(IEnumerable<KeyValuePair<string, int>> counts) => counts.Select(count => $"{count.Key} {count.Value}").Order();
}
