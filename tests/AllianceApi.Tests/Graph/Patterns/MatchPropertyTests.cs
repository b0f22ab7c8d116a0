using AllianceApi.Graph;
using AllianceApi.Graph.Patterns;
using AllianceApi.Tests.Graph.Algorithms;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Graph.Patterns;

/// <summary>A join finds what trying everything finds, whatever the plan, and goes on where it was.</summary>
public sealed class MatchPropertyTests
{
    [Fact]
    public void A_join_finds_what_nested_loops_over_everything_find() => Gen.Select(SmallGraphs.All, RandomPatterns.All).Sample((graph, make) =>
    {
        if (make(graph) is not { } pattern)
            return;
        var slow = new SlowMatch(graph, pattern).Rows();
        var expected = pattern.Distinct ? slow.Distinct() : slow;
        Assert.Equal(expected.Order(StringComparer.Ordinal), Walk(graph, pattern, OrderOf(graph, pattern), page: int.MaxValue).Order(StringComparer.Ordinal));
    }, iter: 2000, print: Print);

    [Fact]
    public void Any_order_of_terms_finds_the_same() => Gen.Select(SmallGraphs.All, RandomPatterns.All, Gen.Int[0, 1000]).Sample((graph, make, seed) =>
    {
        if (make(graph) is not { } pattern)
            return;
        int[] order = [.. Enumerable.Range(0, pattern.Where.Count)];
        new Random(seed).Shuffle(order);
        Assert.Equal(
            Walk(graph, pattern, OrderOf(graph, pattern), page: int.MaxValue).Order(StringComparer.Ordinal),
            Walk(graph, pattern, order, page: int.MaxValue).Order(StringComparer.Ordinal));
    }, iter: 1000);

    [Fact]
    public void Pages_put_together_are_the_whole_in_its_order() => Gen.Select(SmallGraphs.All, RandomPatterns.All, Gen.Int[1, 4]).Sample((graph, make, page) =>
    {
        if (make(graph) is not { } pattern)
            return;
        var order = OrderOf(graph, pattern);
        Assert.Equal(Walk(graph, pattern, order, page: int.MaxValue), Walk(graph, pattern, order, page));
    }, iter: 1000, print: sample => Print((sample.Item1, sample.Item2)));

    [Fact]
    public void The_facts_of_a_row_make_it() => Gen.Select(SmallGraphs.All, RandomPatterns.All).Sample((graph, make) =>
    {
        if (make(graph) is not { } pattern)
            return;
        var rows = new Rows(graph, pattern, OrderOf(graph, pattern), after: null, SlowWalk.Plenty);
        var facts = new List<int>();
        while (rows.MoveNext())
        {
            rows.Join.Facts(facts);
            foreach (var fact in facts)
                Assert.True(pattern.Facts.Follows(graph.Facts[fact]));
            foreach (var (number, level) in rows.Join.Order.Zip(rows.Join.Levels).Where(pair => pair.Second.Term.Name.Type == NameType.Chain))
            {
                facts.Clear();
                level.AddFacts(facts);
                AssertChain(graph, rows.Join, pattern.TermAt(number), [.. facts]);
            }
        }
    }, iter: 1000);

    private static string Print((Snapshot Graph, Func<Snapshot, Pattern?> Make) sample)
    {
        var pattern = sample.Make(sample.Graph)!;
        return string.Join('\n', [
            .. sample.Graph.Facts.Select(sample.Graph.IdOf),
            .. pattern.Where.Select(term => $"where {term}"), .. pattern.Optional.Select(term => $"optional {term}"), .. pattern.Not.Select(term => $"not {term}"),
            $"select {string.Join(' ', pattern.Select)} {pattern.Facts}"]);
    }

    private static void AssertChain(Snapshot graph, Join join, Term term, int[] facts)
    {
        // An optional chain may have been left out.
        if (facts.Length == 0)
            return;
        var at = term.Subject.Variable >= 0 ? join.Bindings[term.Subject.Variable].Entity : term.Subject.Entity;
        foreach (var fact in facts.Select(fact => graph.Facts[fact]))
        {
            Assert.Equal(at, fact.Subject);
            at = fact.Object;
        }
        Assert.Equal(term.Object.Variable >= 0 ? join.Bindings[term.Object.Variable].Entity : term.Object.Entity, at);
    }

    private static int[] OrderOf(Snapshot graph, Pattern pattern) => [.. Planner.Plan(graph, pattern).Select(step => step.Number).Where(number => number < pattern.Where.Count)];

    private static List<string> Walk(Snapshot graph, Pattern pattern, int[] order, int page)
    {
        var show = new SlowMatch(graph, pattern);
        var all = new List<string>();
        string[]? after = null;
        while (true)
        {
            var rows = new Rows(graph, pattern, order, after, SlowWalk.Plenty);
            var count = 0;
            for (; count < page && rows.MoveNext(); count++)
            {
                all.Add(show.Show(rows.Join.Bindings.Index().Where(pair => pair.Item.IsBound).ToDictionary(pair => pair.Index, pair => pair.Item)));
                after = rows.Join.Keys;
            }
            if (count < page)
                return all;
        }
    }
}
