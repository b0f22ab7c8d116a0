using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Packs;
using Xunit;

namespace AllianceApi.Tests.Packs;

public class ChecksTests
{
    private const string Second = """
        documents:
          - { id: second, title: Second, language: en, sha256: "3333333333333333333333333333333333333333333333333333333333333333", sections: [{ id: gates, title: Gates }],
              passages: [{ locator: gates.p1s1, start: 1, end: 9, words: 2, sha256: "4444444444444444444444444444444444444444444444444444444444444444", runs: [] }] }
        """;

    [Theory]
    [InlineData("[north-town, guards", "[nort-town, guards", "more.yaml:4:16: unknown entity 'nort-town'. Did you mean 'north-town' or 'south-town'?")]
    [InlineData("[north-town, guards", "[north-town, gards", "more.yaml:4:28: unknown predicate 'gards'. Did you mean 'guards'?")]
    [InlineData("[north-town, guards, inner-harbour]", "[inner-harbour, guarded-by, north-town]", "more.yaml:4:31: 'guarded-by' is the inverse of 'guards'. Write [north-town, guards, inner-harbour].")]
    [InlineData("[north-town, guards, inner-harbour]", "[north-town, type, group]", "more.yaml:4:28: 'type' is a member, not a predicate or an attribute. *")]
    [InlineData("[north-town, guards, inner-harbour]", "[north-town, guards, south-town]", "more.yaml:4:36: 'south-town' is an actor; the object of 'guards' is a place. *")]
    [InlineData("[north-town, guards, inner-harbour]", "[pact, guards, inner-harbour]", "more.yaml:4:16: 'pact' is a treaty; the subject of 'guards' is an actor. *")]
    [InlineData("[north-town, guards, inner-harbour]", "[south-town, trades-with, north-town]", "more.yaml:4:15: 'trades-with' is symmetric, and its ends are in the wrong order. The lesser id comes first: [north-town, trades-with, south-town].")]
    [InlineData("[north-town, guards, inner-harbour]", "[south-town, trades-with, south-town]", "more.yaml:4:15: 'south-town' is related to itself. *")]
    [InlineData("[north-town, guards, inner-harbour]", "[north-town, signed, \"1953\"]", "more.yaml:4:28: an actor has no attribute 'signed'. It has none.")]
    [InlineData("[north-town, guards, inner-harbour]", "[pact, dated, \"1953\"]", "more.yaml:4:22: a treaty has no attribute 'dated'. It has 'signed'.")]
    [InlineData("[north-town, guards, inner-harbour]", "[pact, signed, \"19x3\"]", "more.yaml:4:30: '19x3' is no date. *")]
    [InlineData("asserts: [[north-town, guards, inner-harbour]]", "denies: [[pact, signed, \"1953\"]]", "more.yaml:4:14: 'signed' is an attribute, and attributes are not denied. *")]
    [InlineData("asserts: [[north-town, guards, inner-harbour]]", "asserts: []", "more.yaml:2:9: the statement 'new' asserts and denies nothing. *")]
    [InlineData("[[north-town, guards, inner-harbour]]", "[[north-town, guards, inner-harbour], [north-town, guards, inner-harbour]]", "more.yaml:4:52: the statement has this fact twice. Keep one of them.")]
    [InlineData("asserts: [[north-town, guards, inner-harbour]]", "asserts: [[north-town, guards, inner-harbour]]\n    denies: [[north-town, guards, inner-harbour]]", "more.yaml:5:14: the statement asserts and denies the same. *")]
    [InlineData("id: new", "id: town-guards", "statements.yaml:2:9: the statement 'town-guards' is there already: *")]
    [InlineData("asserts:", "attributedTo: [inner-harbour]\n    asserts:", "more.yaml:4:20: 'inner-harbour' is a place, and holds no views. Attribute to an argument, else a position, else an actor.")]
    [InlineData("asserts:", "attributedTo: [north-twn]\n    asserts:", "more.yaml:4:20: unknown entity 'north-twn'. Did you mean 'north-town' or 'south-town'?")]
    [InlineData("asserts:", "standing: attributed\n    asserts:", "more.yaml:4:15: attributed, and to nobody. *")]
    [InlineData("asserts:", "standing: stated\n    attributedTo: [north-town]\n    asserts:", "more.yaml:4:15: stated, and attributed to somebody. *")]
    [InlineData("asserts:", "document: harbor\n    asserts:", "more.yaml:4:15: unknown document 'harbor'. Did you mean 'harbour'?")]
    [InlineData("walls.p1s1", "gates.p9s9", "more.yaml:3:16: unknown passage 'gates.p9s9' of the document 'harbour'. Name a passage by its locator.")]
    public void A_statement_that_makes_no_sense_is_told(string was, string becomes, string problem)
    {
        const string Statement = """
            statements:
              - id: new
                passages: [walls.p1s1]
                asserts: [[north-town, guards, inner-harbour]]
                text: They keep watch.
            entities:
              - { id: pact, kind: treaty, name: Pact, summary: A paper., summaryEvidence: [dated] }
            """;
        const string Dated = "statements: [{ id: dated, passages: [walls.p1s1], text: It was signed., asserts: [[pact, signed, '1253']] }]";
        using var folder = PackFolder.With("more.yaml", Statement.Replace(was, becomes, StringComparison.Ordinal)).Write("z.yaml", Dated);
        var found = Assert.Single(folder.Problems());
        PackReaderTests.Matches(problem, found);
    }

    [Fact]
    public void A_passage_of_another_document_is_told()
    {
        using var folder = PackFolder.With("second.yaml", Second);
        folder.Write("statements.yaml", PackFolder.Statements.Replace("passages: [walls.p1s1]", "document: second\n    passages: [gates.p1s1, walls.p1s1]", StringComparison.Ordinal));
        Assert.Equal(
            [
                "statements.yaml:4:28: the passage 'walls.p1s1' is one of the document 'harbour', not of 'second'. A statement cites passages of one document: name that one, or make two statements.",
                "statements.yaml:8:9: the statement 'towns-trade' does not say of which document its passages are. Add 'document: ...': harbour or second.",
            ],
            folder.Problems());
    }

    [Theory]
    [InlineData("entities.yaml", "entities: [{ id: north-town, kind: actor, type: group, name: N, summary: S, summaryEvidence: [town-guards] }]", "more.yaml:1:18: the entity 'north-town' is there already: *")]
    [InlineData("document.yaml", Second, "*")]
    public void An_entity_that_is_there_twice_is_told(string beside, string content, string problem)
    {
        using var folder = PackFolder.With("more.yaml", content);
        if (beside == "entities.yaml")
            PackReaderTests.Matches(problem, Assert.Single(folder.Problems()));
        else
            Assert.Equal(2, folder.Problems().Count);
    }

    [Theory]
    [InlineData("id: watches, inverse: { id: guarded-by, label: is }", "more.yaml:1:41: 'guarded-by' names a predicate or an inverse already: *")]
    [InlineData("id: guards, inverse: { id: watched-by, label: is }", "predicates.yaml:2:9: 'guards' names a predicate or an inverse already: *")]
    [InlineData("id: signed, inverse: { id: signed-in, label: is }", "more.yaml:1:20: 'signed' is an attribute. *")]
    [InlineData("id: stance, inverse: { id: stance-of, label: is }", "more.yaml:1:20: 'stance' is a member. *")]
    [InlineData("id: watches, inverse: { id: limit, label: is }", "more.yaml:1:43: 'limit' is a reserved name. *")]
    [InlineData("id: watches", "more.yaml:1:16: 'watches' has no inverse. *")]
    [InlineData("id: watches, symmetric: true", "more.yaml:1:104: 'watches' is symmetric, and its domain and range differ. *")]
    [InlineData("id: watches, excludes: [watches], inverse: { id: watched-by, label: is }", "more.yaml:1:40: 'watches' excludes itself. *")]
    [InlineData("id: watches, excludes: [gards], inverse: { id: watched-by, label: is }", "more.yaml:1:40: unknown predicate 'gards'. Did you mean 'guards'?")]
    [InlineData("id: watches, excludes: [guarded-by], inverse: { id: watched-by, label: is }", "more.yaml:1:40: 'guarded-by' is the inverse of 'guards'. *")]
    [InlineData("id: position-in, inverse: { id: position-of, label: is }", "more.yaml:1:*")]
    public void A_predicate_that_makes_no_sense_is_told(string members, string problem)
    {
        using var folder = PackFolder.With("more.yaml", $"predicates: [{{ {members}, label: l, definition: d, domain: [actor], range: [place] }}]");
        var problems = folder.Problems();
        if (problem == "more.yaml:1:*")
            Assert.Equal(["the domain of 'position-in' is [position]", "the range of 'position-in' is [debate]"], problems.Select(found => found.Split(": ")[1].Split('.')[0]));
        else if (members.EndsWith("symmetric: true", StringComparison.Ordinal))
            Assert.Contains("its domain and range differ", Assert.Single(problems), StringComparison.Ordinal);
        else
            Assert.Contains(problems, found => found.StartsWith(problem.TrimEnd('*'), StringComparison.Ordinal) || found.Contains(problem[(problem.IndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('*'), StringComparison.Ordinal));
    }

    [Fact]
    public void An_argument_must_argue_for_something_and_claim_something()
    {
        using var folder = PackFolder.With("more.yaml", """
            predicates:
              - { id: answers, label: answers, inverse: { id: answered-by, label: is answered by }, definition: d, domain: [argument], range: [argument] }
            entities:
              - { id: walls-hold, kind: argument, name: Walls hold, summary: s, summaryEvidence: [replies] }
              - { id: walls-fall, kind: argument, name: Walls fall, summary: s, summaryEvidence: [replies] }
            statements:
              - { id: replies, passages: [walls.p1s1], text: One replies to the other., asserts: [[walls-hold, answers, walls-fall]], attributedTo: [walls-hold] }
            """);
        Assert.Equal(
            [
                "more.yaml:4:11: the argument 'walls-hold' argues for no position. Assert [walls-hold, argues-for, ...].",
                "more.yaml:5:11: no statement is attributed to the argument 'walls-fall': it claims nothing. Add a statement with 'attributedTo: [walls-fall]' that says what it claims.",
                "more.yaml:5:11: the argument 'walls-fall' argues for no position. Assert [walls-fall, argues-for, ...].",
            ],
            folder.Problems());
    }

    [Fact]
    public void Eight_words_of_a_passage_in_a_row_are_borrowed_but_a_name_is_not()
    {
        const string Sentence = "Old grey walls of the upper harbour keep out every winter storm from the sea";
        var runs = string.Join(", ", Runs.Of(Sentence).Select(run => $"'{run}'"));
        using var folder = PackFolder.With("document.yaml", PackFolder.Document.Replace("runs: []", $"runs: [{runs}]", StringComparison.Ordinal));
        folder.Write("statements.yaml", PackFolder.Statements
            .Replace("The northern town keeps watch.", "It is said that OLD grey walls, of the upper harbour keep out the cold.", StringComparison.Ordinal)
            .Replace("Both towns deal with each other.", "Seven are grey walls of the upper harbour keep.", StringComparison.Ordinal));
        Assert.Equal(["statements.yaml:4:11: \"OLD grey walls, of the upper harbour keep\" stands in the passage 'walls.p1s1' of 'harbour'. Say it in your own words: eight words in a row are borrowed."], folder.Problems());

        folder.Write("entities.yaml", PackFolder.Entities.Replace("name: Inner harbour", "name: Old Grey Walls of the Upper Harbour Keep", StringComparison.Ordinal));
        Assert.Empty(folder.Problems());
    }

    [Fact]
    public void A_pack_may_refer_to_what_the_graph_knows()
    {
        using var first = PackFolder.Whole();
        var whole = first.Read().Pack!;
        var known = new Known
        {
            KindOf = id => whole.Entities.Where(entity => entity.Id == id).Select(Catalogue.Of).FirstOrDefault(),
            EntityIds = whole.Entities.Select(entity => entity.Id),
            Predicates = whole.Predicates.ToDictionary(predicate => predicate.Id),
            Document = id => whole.Documents.FirstOrDefault(document => document.Id == id),
            DocumentIds = ["harbour"],
            DocumentOfStatement = id => whole.Statements.Any(statement => statement.Id == id) ? "harbour" : null,
            IsMentionedBeside = (_, documents) => !documents.Contains("harbour"),
        };
        using var folder = PackFolder.Empty().Write("second.yaml", Second).Write("more.yaml", """
            statements:
              - { id: said-again, passages: [gates.p1s1], text: It keeps watch., asserts: [[north-town, guards, inner-harbour]] }
            """);
        Assert.Empty(folder.Problems(known));
        Assert.Equal(3, folder.Problems().Count);

        folder.Write("more.yaml", """
            entities:
              - { id: north-town, kind: place, type: region, name: N, summary: s, summaryEvidence: [town-guards] }
            predicates:
              - { id: kept-by, label: l, inverse: { id: guarded-by, label: l }, definition: d, domain: [place], range: [actor] }
            statements:
              - { id: town-guards, passages: [gates.p1s1], text: It keeps watch., asserts: [[inner-harbour, kept-by, sout-town]] }
            """);
        Assert.Equal(
            [
                "more.yaml:2:29: 'north-town' is an actor in the graph. Keep its kind, or give the new thing an id of its own.",
                "more.yaml:4:45: 'guarded-by' names a predicate or an inverse already in the graph. Give one of them another id, or take one out.",
                "more.yaml:6:11: the statement 'town-guards' is there already, on the document 'harbour'. Give it an id of its own.",
                "more.yaml:6:106: unknown entity 'sout-town'. Did you mean 'south-town' or 'north-town'?",
            ],
            folder.Problems(known));
    }

    [Fact]
    public void No_section_may_lie_within_itself_by_way_of_others()
    {
        using var folder = PackFolder.With("document.yaml", PackFolder.Document.Replace("{ id: walls, title: Walls }",
            "{ id: walls, title: Walls, parent: b }\n      - { id: b, title: B, parent: c }\n      - { id: c, title: C, parent: b }\n      - { id: d, title: D }", StringComparison.Ordinal));
        Assert.Equal(["document.yaml:8:36: the section 'b' lies within itself. Break the circle of parents.", "document.yaml:9:36: the section 'c' lies within itself. Break the circle of parents."], folder.Problems());
    }
}
