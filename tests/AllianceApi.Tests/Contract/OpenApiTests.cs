using System.Text.Json;
using System.Text.Json.Nodes;
using AllianceApi.Tests.Support;
using Microsoft.OpenApi;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>The OpenAPI document says all that a reader needs, and says it rightly.</summary>
public sealed class OpenApiTests(SeedApi api)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task It_is_the_one_under_review()
    {
        var served = JsonSerializer.Serialize(await Document(), Indented) + "\n";
        var golden = Repository.PathOf("docs", "openapi.json");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(golden, served, TestContext.Current.CancellationToken);
        var reviewed = await File.ReadAllTextAsync(golden, TestContext.Current.CancellationToken);
        Assert.True(served == reviewed, "The contract has changed. If that is meant, run the tests with UPDATE_GOLDEN=1 and review docs/openapi.json.");
    }

    [Fact]
    public async Task It_is_read_without_errors_and_warnings()
    {
        var result = OpenApiDocument.Parse(await api.GetText("/openapi/v1.json"), "json");
        Assert.Empty(result.Diagnostic!.Errors);
        Assert.Empty(result.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, result.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public async Task Every_operation_is_in_it_once_under_its_own_id()
    {
        var documented = (await Operations()).Select(operation => (string)operation.Operation["operationId"]!).ToList();
        Assert.Equal(documented.Count, documented.Distinct().Count());
        Assert.Equal(Operation.Of(api).Select(operation => operation.Id).Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_what_comes_of_it()
    {
        var document = await Document();
        var tags = document["tags"]!.AsArray().Select(tag => (string)tag!["name"]!).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, operation) in await Operations())
        {
            AssertText(path, operation["summary"]);
            AssertText(path, operation["description"]);
            Assert.Contains((string)Assert.Single(operation["tags"]!.AsArray())!, tags);
            AssertText(path, operation["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]);
            string[] problems = path.Contains('{', StringComparison.Ordinal) ? ["400", "404", "406", "503"] : ["400", "406", "503"];
            foreach (var status in problems)
                Assert.Equal("#/components/schemas/Problem", (string)operation["responses"]![status]!["content"]!["application/problem+json"]!["schema"]!["$ref"]!);
        }
    }

    [Fact]
    public async Task Every_parameter_is_described_and_typed()
    {
        foreach (var (path, operation) in await Operations())
        {
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            {
                AssertText($"{path} {parameter!["name"]}", parameter["description"]);
                Assert.NotNull(parameter["schema"]!["type"]);
            }
        }
    }

    [Fact]
    public async Task Every_path_value_is_an_example_that_answers()
    {
        foreach (var (path, operation) in await Operations())
        {
            var filled = path;
            foreach (var parameter in (operation["parameters"]?.AsArray() ?? []).Where(parameter => (string)parameter!["in"]! == "path"))
                filled = filled.Replace($"{{{parameter!["name"]}}}", (string)parameter["example"]!, StringComparison.Ordinal);
            await api.GetJson(filled);
        }
    }

    [Fact]
    public async Task Every_schema_and_member_is_described()
    {
        foreach (var (name, schema) in (await Document())["components"]!["schemas"]!.AsObject())
        {
            if (!name.EndsWith("Page", StringComparison.Ordinal))
                AssertText(name, schema!["description"]);
            foreach (var (member, of) in schema!["properties"]?.AsObject() ?? [])
                AssertText($"{name}.{member}", of!["description"]);
        }
    }

    [Fact]
    public async Task Nothing_is_null_but_the_end_of_a_list()
    {
        foreach (var (name, schema) in (await Document())["components"]!["schemas"]!.AsObject())
        {
            foreach (var (member, of) in schema!["properties"]?.AsObject() ?? [])
                Assert.Equal(member == "next", of!["type"] is JsonArray types && types.Any(type => (string)type! == "null"));
            Assert.All(schema["required"]?.AsArray() ?? [], required => Assert.NotNull(schema["properties"]![(string)required!]));
        }
    }

    [Fact]
    public async Task The_filters_of_a_kind_are_those_of_the_schema()
    {
        var listed = (await Operations()).Single(operation => operation.Path == "/api/v1/treaties").Operation["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!).ToHashSet(StringComparer.Ordinal);
        foreach (var reading in (await api.GetJson("/api/v1/schema/kinds/treaty"))["predicates"]!.AsArray())
            Assert.Contains((string)reading!["id"]!, listed);
        Assert.Superset(new HashSet<string>(["q", "id", "signed", "signed[gte]", "limit", "cursor", "sort", "fields"]), listed);
    }

    private async Task<JsonNode> Document() => await api.GetJson("/openapi/v1.json");

    private async Task<IEnumerable<(string Path, JsonNode Operation)>> Operations() =>
        (await Document())["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (path.Key, operation.Value!)));

    private static void AssertText(string place, JsonNode? text) => Assert.False(string.IsNullOrWhiteSpace((string?)text), $"{place} has no text.");
}
