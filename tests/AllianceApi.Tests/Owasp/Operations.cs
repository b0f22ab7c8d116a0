using System.Text.Json;
using AllianceApi.Tests.Support;

namespace AllianceApi.Tests.Owasp;

/// <summary>An operation of the OpenAPI document.</summary>
internal sealed record Operation(string Method, string Path, JsonElement Json)
{
    /// <summary>Questions that come by POST because they are long. Whatever else is no GET changes something.</summary>
    private static readonly string[] Questions = ["/api/v1/graph/match", "/api/v1/verify"];

    /// <summary>What administrators alone see counts as what changes something.</summary>
    private static readonly string[] OfAdministrators = ["/api/v1/imports", "/api/v1/webhooks"];

    public bool Changes => (Method != "GET" && !Questions.Contains(Path)) || OfAdministrators.Any(path => Path.StartsWith(path, StringComparison.Ordinal));

    /// <summary>An address of it, with the examples of its path or what could be one.</summary>
    public string Url => Parameters.Where(parameter => parameter.Text("in") == "path").Aggregate(Path, (path, parameter) =>
        path.Replace($"{{{parameter.Text("name")}}}", parameter.Has("example") ? $"{parameter.At("example")}" : "1", StringComparison.Ordinal));

    public JsonElement[] Parameters => Json.Has("parameters") ? Json.List("parameters") : [];

    /// <summary>All there are, those of the tests' own among them.</summary>
    public static async Task<List<Operation>> All(Api api) =>
        [.. from path in (await api.GetJson("/openapi/v1.json")).At("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            select new Operation(operation.Name.ToUpperInvariant(), path.Name, operation.Value)];

    /// <summary>Asks with a body that may be no good: whoever may not ask is told so before anybody looks at it.</summary>
    public Task<Answer> Ask(Api api, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), new Uri($"http://localhost{Url}")) { Content = new StringContent("{}", null, "application/json") };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return api.Send(request);
    }
}
