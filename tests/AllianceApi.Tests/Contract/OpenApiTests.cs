using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>What the OpenAPI document promises: it is whole, it describes itself, and it is what the server does.</summary>
[Collection<OverTheSeed>]
public sealed partial class OpenApiTests(SeededApi api)
{
    private static readonly string[] OfEachRead = ["200", "304", "400", "406", "503"];

    [Fact]
    public async Task The_document_is_read_without_an_error_or_a_warning()
    {
        var (document, diagnostic) = OpenApiDocument.Parse(await api.TextAsync("/openapi/v1.json"), "json");
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, diagnostic!.SpecificationVersion);
        Assert.Empty(diagnostic.Errors);
        Assert.Empty(diagnostic.Warnings);
        Assert.NotEmpty(document!.Paths);
    }

    [Fact]
    public async Task Every_operation_describes_itself_and_its_answers()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var document = await api.JsonAsync("/openapi/v1.json");
        var tags = document["tags"]!.AsArray().Select(tag => $"{tag!["name"]}").ToList();
        Assert.All(document["tags"]!.AsArray(), tag => Assert.NotEmpty($"{tag!["description"]}"));
        Assert.All(await OperationsAsync(), found =>
        {
            var operation = found.Operation;
            Assert.Matches(CamelCase(), $"{operation["operationId"]}");
            Assert.True(ids.Add($"{operation["operationId"]}"), $"{operation["operationId"]} is there twice");
            Assert.EndsWith(".", $"{operation["summary"]}", StringComparison.Ordinal);
            Assert.EndsWith(".", $"{operation["description"]}", StringComparison.Ordinal);
            Assert.Contains($"{Assert.Single(operation["tags"]!.AsArray())}", tags);
            Assert.NotNull(operation["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]);
            Assert.Superset((found.Reads ? OfEachRead : ["400", "415", "422"]).ToHashSet(), operation["responses"]!.AsObject().Select(pair => pair.Key).ToHashSet());
            foreach (var (status, response) in operation["responses"]!.AsObject().Where(pair => pair.Key[0] is '4' or '5'))
                Assert.Equal("#/components/schemas/Problem", $"{response!["content"]!["application/problem+json"]!["schema"]!["$ref"]} ".Trim());
            if (found.Path.Contains('{', StringComparison.Ordinal))
                Assert.Superset(new HashSet<string> { "404", "410" }, operation["responses"]!.AsObject().Select(pair => pair.Key).ToHashSet());
        });
    }

    [Fact]
    public async Task Every_parameter_is_described_and_those_of_paths_have_examples() => Assert.All(await OperationsAsync(), found =>
    {
        var parameters = ParametersOf(found.Operation).Select(parameter => parameter!.AsObject()).ToList();
        Assert.Equal(parameters.Count, parameters.DistinctBy(parameter => $"{parameter["name"]}").Count());
        Assert.All(parameters, parameter =>
        {
            Assert.EndsWith(".", $"{parameter["description"]}", StringComparison.Ordinal);
            Assert.NotNull(parameter["schema"]!["type"]);
            if ($"{parameter["in"]}" == "path")
                Assert.NotEmpty($"{parameter["example"]}");
        });
    });

    [Fact]
    public async Task Every_schema_and_every_member_of_it_is_described()
    {
        var schemas = (await api.JsonAsync("/openapi/v1.json"))["components"]!["schemas"]!.AsObject();
        Assert.All(schemas, schema =>
        {
            Assert.True($"{schema.Value!["description"]}".Length > 5, schema.Key);
            Assert.All(schema.Value["properties"]?.AsObject() ?? [], member =>
                Assert.True($"{member.Value!["description"]}".Length > 5, $"{schema.Key}.{member.Key}"));
        });
    }

    [Fact]
    public async Task A_member_may_be_null_only_where_it_must_be_there()
    {
        var schemas = (await api.JsonAsync("/openapi/v1.json"))["components"]!["schemas"]!.AsObject();
        var nullable = schemas.SelectMany(schema => (schema.Value!["properties"]?.AsObject() ?? [])
            .Where(member => member.Value!.ToJsonString().Contains("\"null\"", StringComparison.Ordinal))
            .Select(member => (Schema: schema.Value!, member.Key)));
        Assert.All(nullable, found =>
        {
            Assert.Equal("next", found.Key);
            Assert.Contains("next", found.Schema["required"]!.AsArray().Select(name => $"{name}"));
        });
    }

    [Fact]
    public async Task Every_operation_answers_as_it_stands() => await Assert.AllAsync((await OperationsAsync()).Where(found => found.Reads), async found =>
    {
        await api.TextAsync(found.Url);
        using var head = await api.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(found.Url, UriKind.Relative)), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    });

    [Fact]
    public async Task Every_operation_lists_what_it_takes_when_it_refuses_another_parameter() => await Assert.AllAsync((await OperationsAsync()).Where(found => found.Reads), async found =>
    {
        using var answer = await api.Client.GetAsync(new Uri($"{found.Url}{(found.Url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}no-such-parameter=x", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = Assert.Single((await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["errors"]!.AsArray())!;
        Assert.Equal("no-such-parameter", $"{error["parameter"]}");
        var documented = ParametersOf(found.Operation).Where(parameter => $"{parameter!["in"]}" == "query").Select(parameter => $"{parameter!["name"]}");
        Assert.Equal(documented, error["allowed"]!.AsArray().Select(name => $"{name}"));
    });

    /// <summary>Each operation with the address that its examples make, and whether it is a read by GET.</summary>
    private async Task<List<(string Path, JsonObject Operation, string Url, bool Reads)>> OperationsAsync()
    {
        var paths = (await api.JsonAsync("/openapi/v1.json"))["paths"]!.AsObject();
        return [.. paths.SelectMany(path => path.Value!.AsObject().Select(operation =>
        {
            Assert.True(operation.Key is "get" or "post", operation.Key);
            var parameters = ParametersOf(operation.Value!);
            var url = parameters.Where(parameter => $"{parameter!["in"]}" == "path")
                .Aggregate(path.Key, (url, parameter) => url.Replace($"{{{parameter!["name"]}}}", $"{parameter["example"]}", StringComparison.Ordinal));
            var query = parameters.Where(parameter => (bool?)parameter!["required"] == true && $"{parameter["in"]}" == "query")
                .Select(parameter => $"{parameter!["name"]}={Uri.EscapeDataString($"{parameter["example"]}")}");
            return (path.Key, operation.Value!.AsObject(), $"{url}?{string.Join('&', query)}".TrimEnd('?'), operation.Key == "get");
        }))];
    }

    private static JsonArray ParametersOf(JsonNode operation) => operation["parameters"]?.AsArray() ?? [];

    [GeneratedRegex("^[a-z]+([A-Z][A-Za-z]+)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CamelCase();
}
