using System.IO.Compression;
using System.Text;
using System.Text.Json;
using AllianceApi.Access;
using AllianceApi.Tests.Support;

namespace AllianceApi.Tests.Imports;

/// <summary>A graph of its own, and an administrator who sends packs to it.</summary>
internal sealed class ImportingGraph(params IReadOnlyList<(string Name, string Value)> settings) : Api(() => InventedGraph.Folder, settings: settings)
{
    public const string Path = "/api/v1/imports";

    private string? _key;

    public async Task<string> Key() => _key ??= (await (await Service<ApiKeys>()).CreateAsync("Root", Scope.Admin, null, CancellationToken.None)).Text.Reveal();

    public async Task<Answer> Send(string method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"http://localhost{path}")) { Content = content };
        request.Headers.Add("X-Api-Key", await Key());
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Send(request);
    }

    public Task<Answer> Import(byte[] pack, string form, string query = "", params (string Name, string Value)[] headers) => Send("POST", Path + query, Content(pack, form), headers);

    /// <summary>Sends a pack and waits until it is over.</summary>
    public async Task<JsonElement> Imported(byte[] pack, string form, string query = "", params (string Name, string Value)[] headers)
    {
        var answer = await Import(pack, form, query, headers);
        return answer.Status == System.Net.HttpStatusCode.Accepted ? await Over(answer.Header("Location")!) : throw new InvalidOperationException($"{answer.Status} {answer.Text}");
    }

    public async Task<JsonElement> Over(string path)
    {
        while (true)
        {
            var job = (await Send("GET", path)).Json;
            if (job.Text("status") is not ("queued" or "running"))
                return job;
            await Task.Delay(20);
        }
    }

    public async Task<byte[]> Export(string form) => (await Get($"/api/v1/export/pack?format={form}")).Bytes;

    public static HttpContent Content(byte[] pack, string form)
    {
        var content = new ByteArrayContent(pack);
        content.Headers.TryAddWithoutValidation("Content-Type", form switch { "json" => "application/json", "ndjson" => "application/x-ndjson", _ => "application/zip" });
        return content;
    }

    /// <summary>A zip with these entries.</summary>
    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }

    /// <summary>A document of one passage, with a statement on what the graph knows already.</summary>
    public static string Second(string asserts) => $$"""
        { "documents": [{ "id": "gazette", "title": "Gazette", "language": "en", "sha256": "{{new string('a', 64)}}", "sections": [{ "id": "news", "title": "News" }],
            "passages": [{ "locator": "news.p1s1", "start": 0, "end": 10, "words": 3, "sha256": "{{new string('b', 64)}}", "runs": [] }] }],
          "statements": [{ "id": "gazette-says", "document": "gazette", "passages": ["news.p1s1"], "text": "The gazette has it so.", {{asserts}} }] }
        """;
}
