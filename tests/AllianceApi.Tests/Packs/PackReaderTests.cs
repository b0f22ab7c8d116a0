using AllianceApi.Packs;
using Xunit;

namespace AllianceApi.Tests.Packs;

public class PackReaderTests
{
    [Fact]
    public void A_whole_pack_has_no_problems_and_knows_where_its_records_stand()
    {
        using var folder = PackFolder.Whole();
        var result = folder.Read();

        Assert.Empty(result.Problems);
        var pack = result.Pack!;
        Assert.Equal(["north-town", "south-town", "inner-harbour"], pack.Entities.Select(entity => entity.Id));
        Assert.Equal("harbour", pack.Statements[0].Document);
        Assert.Equal("north-town.guards.inner-harbour", pack.Statements[0].Asserts[0].Id);
        Assert.Equal("walls", pack.Documents[0].Passages[0].Section);
        Assert.EndsWith("statements.yaml:7:5: lost. Mend it.", pack.Problem(PackRecord.Statement, "towns-trade", "lost.", "Mend it.").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_may_be_one_json_body()
    {
        var result = PackReader.Read(PackFiles.Of(PackForm.Json, "body", () => new MemoryStream("{ \"documents\": [],\n  \"entities\": [{ \"id\": \"x\" }] }"u8.ToArray())));
        Assert.Equal("body:2:16: an entity has a kind. Add it: one of alliance, treaty, agreement, command, debate, position, argument, actor, event, concept, capability, place.", Assert.Single(result.Problems).ToString());
    }

    [Fact]
    public void All_problems_come_at_once_in_the_order_of_the_files()
    {
        using var folder = PackFolder.Whole();
        folder.Write("entities.yaml", PackFolder.Entities.Replace("kind: place", "kind: plaice", StringComparison.Ordinal).Replace("name: South Town", "nam: South Town", StringComparison.Ordinal));
        folder.Write("statements.yaml", PackFolder.Statements.Replace("walls.p1s2", "walls.p1s3", StringComparison.Ordinal));
        Assert.Equal(
            [
                "entities.yaml:8:5: 'name' is missing. Add it: The name under which it is shown and sorted.",
                "entities.yaml:11:5: unknown key 'nam'. Did you mean 'name'?",
                "entities.yaml:15:11: unknown kind 'plaice'. Did you mean 'place'?",
                "statements.yaml:8:16: unknown passage 'walls.p1s3' of the document 'harbour'. Did you mean 'walls.p1s1' or 'walls.p1s2'?",
            ],
            folder.Problems());
    }

    [Theory]
    [InlineData("x: &a [1]\n", "x.yaml:1:4: '&a' is an anchor. Packs have no anchors: take it out.")]
    [InlineData("entities: [*a]\n", "x.yaml:1:12: '*a' is an alias. Packs have no aliases: write the value out.")]
    [InlineData("entities:\n\t- id: x\n", "x.yaml:2:1: this is not YAML: a tab stands in the indent. Indent with spaces.")]
    [InlineData("entities: [\n", "x.yaml:2:1: this is not YAML: *")]
    [InlineData("entities: []\nentities: []\n", "x.yaml:2:1: 'entities' comes twice in one mapping. Keep one of them.")]
    [InlineData("- a\n", "x.yaml:1:1: a file of a pack is a mapping. *")]
    [InlineData("entites: []\n", "x.yaml:1:1: unknown key 'entites'. Did you mean 'entities'?")]
    [InlineData("entities: x\n", "x.yaml:1:11: 'entities' is a list. *")]
    [InlineData("entities: [x]\n", "x.yaml:1:12: each of the entities is a mapping. *")]
    [InlineData("a: 1\n---\nb: 2\n", "x.yaml:2:1: a second YAML document begins here. *")]
    [InlineData("? [a]\n: b\n", "x.yaml:1:3: a key must be a text. Quote it.")]
    public void A_file_that_is_no_pack_is_told_where_it_breaks(string content, string problem)
    {
        using var folder = PackFolder.With("x.yaml", content);
        Matches(problem, Assert.Single(folder.Problems()));
    }

    [Fact]
    public void An_alias_bomb_is_refused_at_its_first_anchor()
    {
        var bomb = "a: &a [x, x]\n" + string.Concat(Enumerable.Range(1, 60).Select(n => $"b{n}: &b{n} [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"));
        using var folder = PackFolder.With("bomb.yaml", bomb);
        Assert.StartsWith("bomb.yaml:1:4: '&a' is an anchor.", Assert.Single(folder.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_beyond_reason_is_refused()
    {
        using var folder = PackFolder.With("deep.yaml", $"entities: {new string('[', 10_000)}");
        Assert.Matches("^deep.yaml:1:\\d+: lists and mappings are nested more than 32 deep", Assert.Single(folder.Problems()));
    }

    [Fact]
    public void Ten_megabytes_of_text_are_one_problem()
    {
        using var folder = PackFolder.Whole();
        folder.Write("statements.yaml", PackFolder.Statements.Replace("The northern town keeps watch.", new string('x', 10_000_000), StringComparison.Ordinal));
        Assert.Equal(["statements.yaml:4:11: the text has 10000000 characters; 2000 are allowed. Shorten it."], folder.Problems());
    }

    [Fact]
    public void A_file_of_more_than_64_mebibytes_is_not_read()
    {
        using var folder = PackFolder.Whole();
        using (var file = File.Create(Path.Combine(folder.Path, "large.yaml")))
            file.SetLength(PackFiles.LargestFile + 1);
        Assert.StartsWith("large.yaml: the file is larger than 64 MiB.", Assert.Single(folder.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_utf_8_is_told()
    {
        using var folder = PackFolder.Whole();
        File.WriteAllBytes(Path.Combine(folder.Path, "latin.yaml"), [0x61, 0x3a, 0x20, 0xe9, 0x0a]);
        Assert.Equal("latin.yaml: the file is not UTF-8. Save it as UTF-8.", Assert.Single(folder.Problems()));
    }

    [Fact]
    public void A_folder_that_is_missing_or_empty_is_told()
    {
        using var folder = PackFolder.Empty();
        Assert.Contains("holds no *.yaml", Assert.Single(folder.Problems()), StringComparison.Ordinal);
        Assert.Contains("there is no such folder", Assert.Single(PackReader.Read(Path.Combine(folder.Path, "gone")).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_pack_is_read_in_a_time_that_grows_with_it()
    {
        var entities = string.Concat(Enumerable.Range(0, 5_000).Select(n =>
            $"  - {{ id: town-{n}, kind: actor, type: group, name: Town {n}, summary: A town of many., summaryEvidence: [said-{n}] }}\n"));
        var statements = string.Concat(Enumerable.Range(0, 5_000).Select(n =>
            $"  - {{ id: said-{n}, passages: [walls.p1s1], text: It keeps watch., asserts: [[town-{n}, guards, unknown-harbour]] }}\n"));
        using var folder = PackFolder.Whole().Write("more.yaml", $"entities:\n{entities}statements:\n{statements}");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(5_000, folder.Read().Problems.Count);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"{clock.Elapsed}");
    }

    internal static void Matches(string expected, string problem)
    {
        if (expected.EndsWith('*'))
            Assert.StartsWith(expected[..^1], problem, StringComparison.Ordinal);
        else if (expected.Split(" * ") is [var start, var end])
            Assert.True(problem.StartsWith(start, StringComparison.Ordinal) && problem.EndsWith(end, StringComparison.Ordinal), problem);
        else
            Assert.Equal(expected, problem);
    }
}
