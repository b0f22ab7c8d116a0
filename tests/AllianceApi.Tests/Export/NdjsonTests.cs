using AllianceApi.Packs;
using NJsonSchema;
using Xunit;

namespace AllianceApi.Tests.Export;

public class NdjsonTests(ExportApi api)
{
    private const string Pack = "/api/v1/graph?format=ndjson";

    [Fact]
    public async Task What_is_exported_and_imported_into_an_empty_graph_is_exported_again_the_same()
    {
        var exported = await api.GetText(Pack);
        await using var empty = new ExportApi(seed: null);
        await empty.InitializeAsync();
        var file = empty.Write("pack.ndjson", exported);
        var outcome = await empty.Import(file);
        Assert.Empty(outcome.Problems);
        Assert.Equal(exported, await empty.GetText(Pack));
        Assert.True((await empty.Import(file)).Changes.IsEmpty);
    }

    [Fact]
    public async Task Lines_come_by_type_and_each_is_as_the_schema_says()
    {
        var schema = await JsonSchema.FromJsonAsync(await api.GetText("/schemas/record.json"));
        var lines = (await api.GetText(Pack)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Empty(schema.Validate(line)));
        string[] order = ["document", "passage", "predicate", "entity", "statement"];
        var types = lines.Select(line => line.Split('"')[3]).ToList();
        Assert.Equal(types.OrderBy(type => Array.IndexOf(order, type)), types);
        Assert.Equal(order, types.Distinct());
    }

    [Fact]
    public void The_schema_of_a_line_is_what_the_program_makes()
    {
        var file = Path.Combine(ExportApi.Root, "docs", "record.schema.json");
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
            File.WriteAllText(file, RecordSchema.Json);
        Assert.Equal(RecordSchema.Json, File.ReadAllText(file));
    }

    [Theory]
    [InlineData("nonsense", "1:2", "this is not JSON.")]
    [InlineData("[]", "1:1", "a line is an object.")]
    [InlineData("\n{ \"type\": \"entty\", \"record\": {} }", "2:11", "unknown type 'entty'.")]
    [InlineData("{ \"record\": {} }", "1:1", "a line has a type.")]
    [InlineData("{ \"type\": \"entity\" }", "1:1", "a line has a record, which is an object.")]
    [InlineData("{ \"type\": \"entity\", \"é\": 1, \"record\": { \"id\": 1, \"kind\": \"place\" } }", "1:21", "unknown key 'é'.")]
    [InlineData("{ \"type\": \"entity\", \"record\": { \"name\": \"é\", \"id\": 1, \"kind\": \"place\" } }", "1:52", "1 is read as a number, not as a text.")]
    [InlineData("{ \"type\": \"passage\", \"document\": \"nowhere\", \"record\": {} }", "1:34", "no line before this one has the document 'nowhere'.")]
    [InlineData("{ \"type\": \"entity\", \"record\": { \"id\": \"a\", \"id\": \"b\" } }", "1:44", "'id' comes twice in one mapping.")]
    [InlineData("{ \"type\": \"entity\", \"record\": { \"id\": \"\\ud800\" } }", "1:39", "the text is not Unicode")]
    public void What_is_wrong_with_a_line_is_said_with_its_place(string lines, string place, string message)
    {
        var file = api.Write($"{Guid.NewGuid()}.ndjson", lines);
        var problems = PackReader.Read(file).Problems.Select(problem => $"{problem}").ToList();
        Assert.Contains(problems, problem => problem.StartsWith($"{file}:{place}: {message}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_pack_is_told()
    {
        Assert.Contains("a pack is a folder, or one file.", $"{Assert.Single(PackReader.Read(api.Write("pack.txt", "")).Problems)}", StringComparison.Ordinal);
    }
}
