using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Packs;
using AllianceApi.Shapes;
using AllianceApi.Tests.Contract;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Seed;

/// <summary>What the seed promises: the whole document, nothing but the document, in words of our own. Counts are a result and not tested.</summary>
public sealed class SeedTests(SeedGraph api)
{
    private const int Passages = 64;
    private const int Debates = 5;
    private const int MostPredicates = 50;
    private const double LargestShare = 0.15;

    [Fact]
    public async Task Every_passage_is_cited_by_a_statement_that_says_something()
    {
        var graph = await GraphAsync();
        Assert.Equal(Passages, graph.Passages.Count);
        Assert.All(graph.Passages, passage => Assert.True(
            Array.Exists(passage.Statements, row => graph.Statements[row].Facts.Any()), $"Nothing is said on {passage.Passage.Locator}."));
    }

    [Fact]
    public async Task Every_fact_has_evidence_and_every_summary_rests_on_statements()
    {
        var graph = await GraphAsync();
        Assert.All(graph.Facts, fact => Assert.NotEmpty(fact.Statements));
        Assert.All(graph.Entities, entity =>
        {
            Assert.NotEmpty(entity.SummaryEvidence);
            Assert.All(entity.SummaryEvidence, statement => Assert.NotNull(graph.FindStatement(statement)));
        });
    }

    [Fact]
    public async Task What_a_passage_reports_as_a_view_it_does_not_state()
    {
        var graph = await GraphAsync();
        foreach (var passage in graph.Passages)
        {
            var statements = passage.Statements.Select(row => graph.Statements[row]).ToList();
            var stated = statements.Where(statement => statement.Strength.Standing == Standing.Stated).SelectMany(statement => statement.Facts).ToHashSet();
            var views = statements.Where(statement => statement.Strength.Standing == Standing.Attributed).SelectMany(statement => statement.Facts);
            Assert.All(views, fact => Assert.False(stated.Contains(fact), $"{passage.Passage.Locator} states {graph.IdOf(graph.Facts[fact])} and reports it as a view."));
        }
    }

    [Fact]
    public async Task No_entity_stands_alone_or_hangs_on_a_reference_only()
    {
        var graph = await GraphAsync();
        Assert.All(graph.Entities, entity => Assert.True(
            entity.Attributes.Length > 0 || Array.Exists(entity.Relations, row => graph.Facts[row].Name != "see-also"), $"'{entity.Id}' has nothing to say."));
    }

    [Fact]
    public async Task No_name_is_given_twice()
    {
        var graph = await GraphAsync();
        var names = graph.Entities.SelectMany(entity => entity.Aliases.Prepend(entity.Name).Select(name => (Name: Fold.Text(name), entity.Id))).ToList();
        Assert.Equal(names.Count, names.DistinctBy(name => name.Name).Count());
    }

    [Fact]
    public async Task Every_debate_has_its_sides_and_every_argument_says_something_for_one()
    {
        var graph = await GraphAsync();
        var debates = OfKind<Debate>(graph);
        Assert.Equal(Debates, debates.Count);
        Assert.All(debates, debate =>
        {
            Assert.False(string.IsNullOrEmpty(((Debate)graph.Entities[debate].ToEntity()).Question));
            Assert.InRange(Ends(graph, debate, "position-in", GroupDirection.In).Count, 2, int.MaxValue);
        });
        Assert.All(OfKind<Position>(graph), position => Assert.NotEmpty(Ends(graph, position, "position-in", GroupDirection.Out)));
        Assert.All(OfKind<Argument>(graph), argument =>
        {
            Assert.NotEmpty(Ends(graph, argument, "argues-for", GroupDirection.Out));
            Assert.Contains(graph.Entities[argument].Statements, row => graph.Statements[row].AttributedTo.Contains(argument));
        });
    }

    [Fact]
    public async Task No_predicate_is_unused_and_none_carries_the_graph_alone()
    {
        var graph = await GraphAsync();
        Assert.InRange(graph.Schema.Predicates.Count, 1, MostPredicates);
        Assert.All(graph.Schema.Predicates, predicate => Assert.InRange(graph.Under(predicate).Length, 1, LargestShare * graph.Facts.Count));
    }

    [Fact]
    public async Task The_text_knows_two_dates_and_denies_that_the_war_was_ended_by_a_treaty()
    {
        var graph = await GraphAsync();
        string[] dated = [.. graph.Facts.Where(fact => fact.Literal is { } literal && PartialDate.TryParse(literal.Value, null, out _)).Select(graph.IdOf).Order(StringComparer.Ordinal)];
        Assert.Equal(["armistice-agreement.dated.1953", "mutual-defense-treaty.signed.1953"], dated);
        Assert.All(graph.Facts, fact => Assert.Null(fact.Period));
        Assert.NotNull(graph.FindFact("korean-war.not.concluded-by.peace-treaty"));
        Assert.DoesNotContain(graph.Facts, fact => fact.Contested);
    }

    /// <summary>Eight words in a row, by the hashes of their runs; the text itself is not here to be compared.</summary>
    [Fact]
    public async Task No_file_of_the_seed_borrows_a_sentence()
    {
        var graph = await GraphAsync();
        var borrowed = graph.Passages.SelectMany(passage => Windows(passage.Passage.Runs)).ToHashSet(StringComparer.Ordinal);
        string[] names = [.. graph.Entities.SelectMany(entity => entity.Aliases.Prepend(entity.Name)).OrderByDescending(name => name.Length)];
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "seed"), "*.yaml", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "document.yaml"))
        {
            var text = names.Aggregate(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), (text, name) => text.Replace(name, " | ", StringComparison.OrdinalIgnoreCase));
            Assert.All(text.Split('|', '\n'), line => Assert.DoesNotContain(Windows(Runs.Of(Runs.Tokens(line))), borrowed.Contains));
        }
    }

    private static IEnumerable<string> Windows(List<string> runs) =>
        Enumerable.Range(0, Math.Max(0, runs.Count - Runs.Borrowed + 1)).Select(first => string.Join(' ', runs.Skip(first).Take(Runs.Borrowed)));

    private static List<int> OfKind<T>(Snapshot graph) => [.. graph.Entities.Rows.Where(row => graph.Entities[row].Kind.Class == typeof(T))];

    private static List<int> Ends(Snapshot graph, int entity, string predicate, GroupDirection direction) =>
    [
        .. graph.Entities[entity].Groups.Where(group => group.Predicate.Id == predicate && group.Direction == direction)
            .SelectMany(group => Snapshot.RelationsIn(graph.Entities[entity], group).ToArray())
            .Select(row => graph.Facts[row].OtherEnd(entity)),
    ];

    private async Task<Snapshot> GraphAsync()
    {
        await api.Server();
        return (await api.Service<Head>()).Current!;
    }
}
