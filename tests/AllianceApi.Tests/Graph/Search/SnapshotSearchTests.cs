using AllianceApi.Graph;
using AllianceApi.Graph.Search;
using AllianceApi.Kinds;
using Xunit;

namespace AllianceApi.Tests.Graph.Search;

/// <summary>The index goes with the snapshot: a successor has what changed, its predecessor what was there.</summary>
public sealed class SnapshotSearchTests
{
    [Fact]
    public void A_successor_finds_what_changed_and_its_predecessor_what_was_there()
    {
        var graph = Build();
        Assert.Equal("e1 s1 s2", Find(graph, "fox"));

        var edit = new SnapshotEdit(graph);
        edit.Put(EntityOf("e1", "A hare"));
        edit.Put(StatementOf("s1", "Nothing runs."));
        edit.Put(StatementOf("s3", "Foxes sleep."));
        edit.DeleteStatement("s2");
        var successor = edit.Build(2, DateTime.UnixEpoch);

        Assert.NotNull(successor.Remembered<SearchIndex>("search"));
        Assert.Equal("s3", Find(successor, "fox"));
        Assert.Equal("e1", Find(successor, "hare"));
        Assert.Equal("e1 s1 s2", Find(graph, "fox"));
    }

    [Fact]
    public void An_index_that_nobody_asked_for_is_not_kept_up()
    {
        var edit = new SnapshotEdit(Build());
        edit.Put(StatementOf("s3", "Foxes sleep."));
        var successor = edit.Build(2, DateTime.UnixEpoch);
        Assert.Null(successor.Remembered<SearchIndex>("search"));
        Assert.Equal("e1 s1 s2 s3", Find(successor, "fox"));
    }

    [Fact]
    public void Texts_are_read_as_they_were_written()
    {
        var text = "A \"quoted\" \\ text\n\u0001 with , \"qualifier\": in it \uD83D\uDE42 and a foxes’ end\\";
        var statement = StatementOf("s1", text);
        statement.Qualifier = "at \"times\"";
        var graph = Build(statement, EntityOf("e1", "],\"summary\":\"x"));
        Assert.Equal([(SearchField.Text, text), (SearchField.Qualifier, "at \"times\"")], SearchRecords.TextsOf(graph.Statements.First()));
        Assert.Equal((SearchField.Summary, "A \"summary\" of it."), SearchRecords.TextsOf(graph.Entities.First())[^1]);
    }

    private static string Find(Snapshot graph, string question) =>
        string.Join(' ', Ranking.Run(graph.Search(), new SearchRequest(QueryParser.Parse(question).Query!)).Hits.Select(hit => hit.Id).Order());

    private static Snapshot Build() => Build(StatementOf("s1", "The fox runs."), EntityOf("e1", "A fox"), StatementOf("s2", "Foxes run."));

    private static Snapshot Build(Statement first, Entity entity, params Statement[] others)
    {
        var builder = new SnapshotBuilder().Add(entity).Add(first).Add(new Document
        {
            Id = "d", Title = "D", Language = "en", Sha256 = "0", Sections = [new Section { Id = "one", Title = "One" }],
            Passages = [new Passage { Locator = "one.p1s1", Section = "one", Start = 0, End = 5, Sha256 = "0" }],
        });
        foreach (var statement in others)
            builder.Add(statement);
        return builder.Build();
    }

    private static Treaty EntityOf(string id, string name) => new() { Id = id, Name = name, Aliases = ["],\"summary\":\"alias"], Summary = "A \"summary\" of it.", SummaryEvidence = ["s1"] };

    private static Statement StatementOf(string id, string text) => new()
    {
        Id = id, Document = "d", Passages = ["one.p1s1"], Text = text, Asserts = [new AllianceApi.Graph.Fact { Subject = "e1", Name = "signed", Target = "1951", IsAttribute = true }],
    };
}
