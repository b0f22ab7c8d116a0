using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AllianceApi.Access;
using AllianceApi.Tests.Support;
using Microsoft.OpenApi;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>What the OpenAPI document promises: it is whole, it describes itself, and it is what the server does.</summary>
public sealed partial class OpenApiTests(SeedGraph api)
{
    private static readonly string[] OfEach = ["400", "406", "503"];
    private static readonly string[] OfAdministrators = ["401", "403", "429"];
    private static readonly string[] OfWrites = [.. OfAdministrators, "409", "422", "507"];
    private static readonly string[] OfChanges = ["412", "428"];

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
            Assert.NotNull(Done(operation)["content"]!["application/json"]!["schema"]!["$ref"]);
            string[] own = Administers(operation) ? OfAdministrators : Writes(operation) ? Changes(operation) ? [.. OfWrites, .. OfChanges] : OfWrites : [found.Method == "get" ? "304" : "422"];
            Assert.Superset(OfEach.Concat(own).ToHashSet(), operation["responses"]!.AsObject().Select(pair => pair.Key).ToHashSet());
            foreach (var (status, response) in operation["responses"]!.AsObject().Where(pair => pair.Key[0] is '4' or '5'))
                Assert.Equal("#/components/schemas/Problem", $"{response!["content"]!["application/problem+json"]!["schema"]!["$ref"]} ".Trim());
            if (found.Path.Contains('{', StringComparison.Ordinal))
                Assert.Superset(new HashSet<string> { "404", "410" }, operation["responses"]!.AsObject().Select(pair => pair.Key).ToHashSet());
        });
    }

    [Fact]
    public async Task Every_parameter_is_described_and_those_of_paths_have_examples() => Assert.All(await OperationsAsync(), found =>
    {
        var parameters = ParametersOf(found.Operation).ToList();
        Assert.Equal(parameters.Count, parameters.DistinctBy(parameter => $"{parameter["name"]}").Count());
        Assert.All(parameters, parameter =>
        {
            Assert.EndsWith(".", $"{parameter["description"]}", StringComparison.Ordinal);
            Assert.NotNull(parameter["schema"]!["type"]);
            if ($"{parameter["required"]}" == "true")
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
    public async Task Every_operation_answers_as_it_stands() => await Assert.AllAsync(await OperationsAsync(), async found =>
    {
        if (found.Method == "get")
        {
            var key = Writes(found.Operation) ? await KeyAsync() : [];
            if (Tells(found.Path))
            {
                Assert.Equal(HttpStatusCode.NotFound, (await api.Get(found.Url, await KeyAsync())).Status);
                return;
            }
            var (get, head) = (await api.Get(found.Url, key), await api.Send(HttpMethod.Head, found.Url, key));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (get.Status, head.Status));
            Assert.NotEmpty(get.Text);
            return;
        }
        if (Writes(found.Operation))
        {
            await TryAsync(found.Method, found.Url, found.Operation);
            return;
        }
        var body = found.Operation["requestBody"]!["content"]!["application/json"]!;
        Assert.All(body["examples"]!.AsObject(), example => Assert.NotEmpty($"{example.Value!["summary"]}"));
        foreach (var example in body["examples"]!.AsObject())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://localhost{found.Url}"));
            request.Content = new StringContent(example.Value!["value"]!.ToJsonString(), Encoding.UTF8, "application/json");
            Assert.Equal(HttpStatusCode.OK, (await api.Send(request)).Status);
        }
    });

    [Fact]
    public async Task Every_format_of_an_answer_is_listed_and_to_be_had() => await Assert.AllAsync(await OperationsAsync(), async found =>
    {
        var formats = ParametersOf(found.Operation).FirstOrDefault(parameter => $"{parameter["name"]}" == "format")?["schema"]!["enum"]!.AsArray().Select(format => $"{format}") ?? [];
        var listed = Done(found.Operation)["content"]!.AsObject().Select(content => content.Key).ToHashSet();
        foreach (var format in formats)
        {
            var answer = await api.Get($"{found.Url}{(found.Url.Contains('?', StringComparison.Ordinal) ? "&" : "?")}format={format}");
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Contains($"{answer.Header("Content-Type")}".Split(';')[0], listed);
        }
        Assert.Equal(Math.Max(1, formats.Count()), listed.Count);
    });

    [Fact]
    public async Task Every_read_lists_what_it_takes_when_it_refuses_another_parameter() => await Assert.AllAsync((await OperationsAsync()).Where(found => found.Method == "get"), async found =>
    {
        var problem = (await api.Get($"{found.Url.Split('?')[0]}?no-such-parameter=x", Writes(found.Operation) ? await KeyAsync() : [])).Problem(400, "invalid-parameter");
        var error = JsonNode.Parse(problem.GetRawText())!["errors"]!.AsArray().Single(error => $"{error!["parameter"]}" == "no-such-parameter")!;
        var documented = ParametersOf(found.Operation).Where(parameter => $"{parameter["in"]}" == "query").Select(parameter => $"{parameter["name"]}");
        Assert.Equal(documented, error["allowed"]!.AsArray().Select(name => $"{name}"));
    });

    /// <summary>What a write shows can be sent, and comes to what it says: it is not carried out here.</summary>
    private async Task TryAsync(string method, string url, JsonObject operation)
    {
        var (type, media) = operation["requestBody"]?["content"]!.AsObject().First() ?? default;
        var dryRun = ParametersOf(operation).Any(parameter => $"{parameter["name"]}" == "dryRun") ? "?dryRun=true" : "";
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), new Uri($"http://localhost{url}{dryRun}"));
        foreach (var (name, value) in await KeyAsync())
            request.Headers.Add(name, value);
        if (Changes(operation))
            request.Headers.Add("If-Match", "*");
        if (media is not null)
            request.Content = new StringContent(media["examples"]?.AsObject().First().Value!["value"]!.ToJsonString() ?? "{}", new System.Net.Http.Headers.MediaTypeHeaderValue(type));
        var answer = await api.Send(request);
        // What others hang on cannot be deleted as it stands, and an argument cannot be made without its claim.
        var refused = method == "delete" ? HttpStatusCode.Conflict : media is { } && media["examples"] is null && method == "post" ? HttpStatusCode.UnprocessableEntity : (HttpStatusCode?)null;
        // There are no webhooks as a server starts, and names stand for nothing where there is no network.
        if (Tells(url) || url.EndsWith("/webhooks", StringComparison.Ordinal))
            refused = Tells(url) ? HttpStatusCode.NotFound : HttpStatusCode.UnprocessableEntity;
        Assert.True(answer.Status == refused || (int)answer.Status is 200 or 201 or 202 or 204, $"{method} {url}: {answer.Status} {answer.Text}");
    }

    private static bool Writes(JsonObject operation) => operation["security"] is not null;

    private static bool Tells(string path) => path.Contains("/webhooks/", StringComparison.Ordinal);

    private static bool Administers(JsonObject operation) => Writes(operation) && operation["security"]!.ToJsonString().Contains("\"admin\"", StringComparison.Ordinal);

    /// <summary>A key that may do anything.</summary>
    private async Task<(string Name, string Value)[]> KeyAsync() => [("X-Api-Key", (await (await api.Service<ApiKeys>()).CreateAsync("OpenAPI", AllianceApi.Access.Scope.Admin, null, TestContext.Current.CancellationToken)).Text.Reveal())];

    private static bool Changes(JsonObject operation) => ParametersOf(operation).Any(parameter => $"{parameter["name"]}" == "If-Match");

    private static JsonNode Done(JsonObject operation) => (operation["responses"]!["200"] ?? operation["responses"]!["201"] ?? operation["responses"]!["202"])!;

    /// <summary>Each operation with the address that its examples make.</summary>
    private async Task<List<(string Path, string Method, JsonObject Operation, string Url)>> OperationsAsync()
    {
        var paths = (await api.JsonAsync("/openapi/v1.json"))["paths"]!.AsObject();
        return [.. paths.SelectMany(path => path.Value!.AsObject().Select(operation => (path.Key, operation.Key, operation.Value!.AsObject(), UrlOf(path.Key, operation.Value.AsObject()))))];
    }

    private static string UrlOf(string path, JsonObject operation)
    {
        var required = ParametersOf(operation).Where(parameter => $"{parameter["required"]}" == "true").ToList();
        var url = required.Where(parameter => $"{parameter["in"]}" == "path")
            .Aggregate(path, (url, parameter) => url.Replace($"{{{parameter["name"]}}}", $"{parameter["example"]}", StringComparison.Ordinal));
        var query = required.Where(parameter => $"{parameter["in"]}" == "query")
            .Select(parameter => $"{parameter["name"]}={Uri.EscapeDataString(parameter["example"] is JsonArray values ? string.Join(',', values) : $"{parameter["example"]}")}");
        return string.Join('?', new[] { url, string.Join('&', query) }.Where(part => part.Length > 0));
    }

    private static IEnumerable<JsonObject> ParametersOf(JsonObject operation) => operation["parameters"]?.AsArray().Select(parameter => parameter!.AsObject()) ?? [];

    [GeneratedRegex("^[a-z][A-Za-z]+$", RegexOptions.NonBacktracking)]
    private static partial Regex CamelCase();
}
