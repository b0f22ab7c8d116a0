using System.Text;
using System.Text.Json;
using AllianceApi.Access;
using AllianceApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AllianceApi.Tests.Curation;

/// <summary>The invented graph, and somebody who may write to it.</summary>
public sealed class CuratedGraph : Api
{
    private const string Base = "/api/v1/";

    private string? _key;

    public CuratedGraph()
        : this(_ => { })
    {
    }

    /// <param name="services">What to exchange in the program.</param>
    internal CuratedGraph(Action<IServiceCollection> services)
        : base(() => InventedGraph.Folder, services)
    {
    }

    /// <summary>A key that may write, made with the first write.</summary>
    internal async Task<string> Key() => _key ??= await NewKey("Ada");

    internal async Task<string> NewKey(string name) => (await (await Service<ApiKeys>()).CreateAsync(name, Scope.Curate, null, CancellationToken.None)).Text.Reveal();

    /// <summary>A write, by a path below <c>/api/v1/</c>; a patch is sent as a merge patch.</summary>
    internal async Task<Answer> Write(string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"http://localhost{Base}{path}"));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", headers.FirstOrDefault(header => header.Name == "Content-Type").Value ?? TypeOf(method));
        }
        foreach (var (name, value) in headers.Where(header => header.Name != "Content-Type"))
            Assert.True(request.Headers.TryAddWithoutValidation(name, value), name);
        if (!request.Headers.Contains("X-Api-Key"))
            request.Headers.Add("X-Api-Key", await Key());
        return await Send(request);
    }

    /// <summary>A write that changes whatever is there, and has to succeed.</summary>
    internal async Task<Answer> Done(string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        var answer = await Write(method, path, body, [.. headers, ("If-Match", "*")]);
        Assert.True((int)answer.Status is >= 200 and < 300, $"{method} {path}: {answer.Status} {answer.Text}");
        return answer;
    }

    internal Task<Answer> Made(string path, string body) => Done("POST", path, body);

    internal async Task<string> Tag(string path) => (await Get($"{Base}{path}")).Header("ETag")!;

    internal Task<JsonElement> Read(string path) => GetJson($"{Base}{path}");

    internal async Task<int> Revision() => (await GetJson("/api/v1")).Number("revision");

    /// <summary>A statement on the first passage that asserts facts.</summary>
    internal static string Statement(string id, string asserts) =>
        $$"""{ "id": "{{id}}", "document": "charter-review", "passages": ["founding.p1s1"], "text": "Something new.", "asserts": [{{asserts}}] }""";

    private static string TypeOf(string method) => method == "PATCH" ? "application/merge-patch+json" : "application/json";
}

/// <summary>What tests of writes ask of problems.</summary>
internal static class Refused
{
    /// <summary>The pointers of what is wrong, in their order.</summary>
    public static string Pointers(this JsonElement problem) => problem.List("errors").Select(error => error.Has("pointer") ? error.Text("pointer") : "-").Spaced();

    public static string Messages(this JsonElement problem) => string.Join(" | ", problem.List("errors").Select(error => error.Text("message")));
}
