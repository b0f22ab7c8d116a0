using Xunit;

namespace AllianceApi.Tests.Packs;

public class StructureTests
{
    [Theory]
    [InlineData("name: North Town", "name: 1953", "entities.yaml:5:11: 1953 is read as a number, not as a text. Quote it: \"1953\".")]
    [InlineData("name: North Town", "name: no", "entities.yaml:5:11: no is read as true or false, not as a text. Quote it: \"no\".")]
    [InlineData("name: North Town", "name: 1953-10-01", "entities.yaml:5:11: 1953-10-01 is read as a date, not as a text. Quote it: \"1953-10-01\".")]
    [InlineData("name: North Town", "name:", "entities.yaml:5:10: a text is missing here. Write it, in quotes if it is to be empty or null.")]
    [InlineData("name: North Town", "name: ''", "entities.yaml:5:11: the text is empty. Write it, or take the key out.")]
    [InlineData("name: North Town", "name: [a]", "entities.yaml:5:11: a text is expected here. Write one text, not a list or a mapping.")]
    [InlineData("name: North Town", "name: 'North Town '", "entities.yaml:5:11: the text has white space at its beginning or end. *")]
    [InlineData("type: group", "type: grup", "entities.yaml:4:11: 'grup' is not allowed here. Allowed: state, organization, group. Did you mean 'group'?")]
    [InlineData("    type: group\n", "", "entities.yaml:2:5: 'type' is missing. Add it: What sort of actor it is.", 1)]
    [InlineData("type: group", "type: group\n    aliases: x", "entities.yaml:5:14: a list is expected here. *")]
    [InlineData("type: group", "type: group\n    aliases: [x, x]", "entities.yaml:5:14: the list has something twice. Keep one of each.")]
    [InlineData("type: group", "type: group\n    aliases: [North Town]", "entities.yaml:5:15: the alias is the name itself. Take it out.")]
    [InlineData("type: group", "type: group\n    sameAs: [Q884]", "entities.yaml:5:14: 'Q884' is no http or https URL. *")]
    [InlineData("type: group", "type: group\n    stance: for", "entities.yaml:5:5: unknown key 'stance'. Known here: id, kind, *")]
    [InlineData("kind: actor", "kind:", "entities.yaml:3:10: an entity has a kind. *")]
    [InlineData("summaryEvidence: [town-guards]", "summaryEvidence: []", "entities.yaml:7:22: there must be at least 1 here.")]
    [InlineData("summaryEvidence: [town-guards]", "summaryEvidence: [town-gards]", "entities.yaml:7:23: unknown statement 'town-gards'. Did you mean 'town-guards'?")]
    public void An_entity_of_the_wrong_form_is_told(string was, string becomes, string problem, int times = 1) =>
        Told("entities.yaml", PackFolder.Entities, was, becomes, problem, times);

    [Theory]
    [InlineData("text: The northern", "text: !!str The northern", null)]
    [InlineData("text: The northern town keeps watch.", "text: |\n      The northern town.", "statements.yaml:4:11: the text ends with a line break. Begin the block with '>-' instead of '>' or '|'.")]
    [InlineData("text: The northern", "modality: perhaps\n    text: The northern", "statements.yaml:4:15: 'perhaps' is not allowed here. Allowed: asserted, projected, possible.")]
    [InlineData("[walls.p1s1]", "[walls.p1s1, walls.p1s1]", "statements.yaml:3:15: the list has something twice. Keep one of each.")]
    [InlineData("[walls.p1s1]", "[]", "statements.yaml:3:15: there must be at least 1 here.")]
    [InlineData("[north-town, guards, inner-harbour]", "[north-town, guards]", "statements.yaml:6:9: a fact has three parts. Write [subject, predicate, object].")]
    [InlineData("[north-town, guards, inner-harbour]", "[north-town, guards, inner-harbour, \"1953\"]", "statements.yaml:6:9: a fact has three parts. Write [subject, predicate, object]; the time *")]
    [InlineData("[north-town, guards, inner-harbour]", "north-town", "statements.yaml:6:9: a fact is a list of three texts, or a mapping with 'fact'. *")]
    [InlineData("[north-town, guards, inner-harbour]", "{ fct: [north-town, guards, inner-harbour] }", "statements.yaml:6:9: 'fact' is missing. *")]
    [InlineData("[north-town, guards, inner-harbour]", "{ fact: [north-town, guards, inner-harbour], validFrom: 1953 }", "statements.yaml:6:65: 1953 is read as a number, *")]
    [InlineData("[north-town, guards, inner-harbour]", "{ fact: [north-town, guards, inner-harbour], validFrom: \"1953-13\" }", "statements.yaml:6:65: '1953-13' is no date. *")]
    [InlineData("[north-town, guards, inner-harbour]", "{ fact: [north-town, guards, inner-harbour], validFrom: \"1954\", validTo: \"1953\" }", "statements.yaml:6:82: the fact ends in 1953, before it begins in 1954. *")]
    [InlineData("[north-town, guards, inner-harbour]", "[north-town, guards, inner-harbour, x, y]", "statements.yaml:6:9: a fact has three parts. *")]
    public void A_statement_of_the_wrong_form_is_told(string was, string becomes, string? problem) =>
        Told("statements.yaml", PackFolder.Statements, was, becomes, problem);

    [Theory]
    [InlineData("id: guards", "id: Guards", "predicates.yaml:2:9: 'Guards' is no id. *")]
    [InlineData("id: guarded-by", "id: guarded_by", "predicates.yaml:4:20: 'guarded_by' is no id. *")]
    [InlineData("symmetric: true", "symmetric: yes", "predicates.yaml:13:16: true or false is expected here. *")]
    [InlineData("symmetric: true", "symmetric: \"true\"", "predicates.yaml:13:16: true or false is expected here. *")]
    [InlineData("range: [place]", "range: [plaice]", "predicates.yaml:7:13: 'plaice' is not allowed here. *")]
    [InlineData("domain: [actor]", "domain: []", "predicates.yaml:6:13: there must be at least 1 here.")]
    [InlineData("inverse: { id: guarded-by, label: is guarded by }", "inverse: guarded-by", "predicates.yaml:4:14: a mapping is expected here. *")]
    public void A_predicate_of_the_wrong_form_is_told(string was, string becomes, string problem) =>
        Told("predicates.yaml", PackFolder.Predicates, was, becomes, problem);

    [Theory]
    [InlineData("id: harbour", "id: Harbour", "document.yaml:2:9: 'Harbour' is no id. *")]
    [InlineData("language: en", "language: e", "document.yaml:4:15: 'e' is no language. *")]
    [InlineData("title: Walls", "title: \" Walls\"", "document.yaml:7:29: the text has white space *")]
    [InlineData("locator: walls.p1s2", "locator: walls.p1", "document.yaml:15:18: 'walls.p1' is no locator. *")]
    [InlineData("locator: walls.p1s2", "locator: wals.p1s2", "document.yaml:15:18: unknown section 'wals'. Did you mean 'walls'?")]
    [InlineData("locator: walls.p1s2", "locator: walls.p1s1", "document.yaml:15:18: the passage 'walls.p1s1' is there already. *")]
    [InlineData("start: 61", "start: 59", "document.yaml:16:16: the passage begins at 59, before the one above it ends at 60. *")]
    [InlineData("start: 61", "start: -1", "document.yaml:16:16: *")]
    [InlineData("end: 99", "end: 61", "document.yaml:17:14: the passage ends at 61, and begins at 61. *")]
    [InlineData("words: 9", "words: \"9\"", "document.yaml:18:16: a whole number is expected here. *")]
    [InlineData("words: 9", "words: 0", "document.yaml:18:16: the number must be at least 1.")]
    [InlineData("sha256: \"0000", "sha256: \"00", "document.yaml:5:13: '000000000000000000000000000000000000000000000000000000000000…' is no SHA-256. *")]
    [InlineData("runs: []", "runs: [zz]", "document.yaml:14:16: 'zz' is no hash of a run. *")]
    [InlineData("{ id: walls, title: Walls }", "{ id: walls, title: Walls, parent: wall }", "document.yaml:7:44: unknown section 'wall'. Did you mean 'walls'?")]
    [InlineData("{ id: walls, title: Walls }", "{ id: walls, title: Walls, parent: walls }", "document.yaml:7:44: the section 'walls' lies within itself. *")]
    [InlineData("- { id: walls, title: Walls }", "- { id: walls, title: A }\n      - { id: walls, title: B }", "document.yaml:8:15: the section 'walls' is there already. *")]
    public void A_document_of_the_wrong_form_is_told(string was, string becomes, string problem) =>
        Told("document.yaml", PackFolder.Document, was, becomes, problem);

    private static void Told(string file, string content, string was, string becomes, string? problem, int times = 1)
    {
        var at = content.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0, was);
        using var folder = PackFolder.With(file, content[..at] + becomes + content[(at + was.Length)..]);
        var problems = folder.Problems();
        if (problem is null)
            Assert.Empty(problems);
        else
            Assert.Contains(problems, found => Fits(problem, found, problems));
        Assert.True(problems.Count <= times + 2, string.Join('\n', problems));
    }

    private static bool Fits(string expected, string problem, IReadOnlyList<string> all)
    {
        if (all.Count == 1)
            PackReaderTests.Matches(expected, problem);
        return expected.EndsWith('*') ? problem.StartsWith(expected[..^1], StringComparison.Ordinal) : problem == expected;
    }
}
