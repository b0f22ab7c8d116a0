using System.IO.Compression;
using AllianceApi.Tests.Curation;
using Xunit;

namespace AllianceApi.Tests.Export;

public class PackExportTests(ExportApi api)
{
    private const string Whole = "/api/v1/graph?format=ndjson";

    public static TheoryData<string> Forms => ["json", "ndjson", "zip"];

    [Theory, MemberData(nameof(Forms))]
    public async Task A_pack_imported_into_an_empty_graph_makes_it_equal(string form) => await IsTheSame(await Exported(api, form), form, await api.GetText(Whole));

    [Theory, MemberData(nameof(Forms))]
    public async Task So_it_is_with_the_seed(string form)
    {
        await using var seeded = new ExportApi(Path.Combine(ExportApi.Root, "seed"));
        await seeded.InitializeAsync();
        await IsTheSame(await Exported(seeded, form), form, await seeded.GetText(Whole));
    }

    [Fact]
    public async Task So_it_is_after_a_random_history()
    {
        await using var curated = new CuratedGraph();
        var random = new Random(20);
        for (var change = 0; change < 30; change++)
            await RandomWrites.Write(curated, random, change);
        var expected = (await curated.Get(Whole)).Text;
        foreach (var form in Forms.Select(row => row.Data))
            await IsTheSame((await curated.Get($"/api/v1/export/pack?format={form}")).Bytes, form, expected);
    }

    [Fact]
    public async Task The_zip_is_the_folder_that_people_keep()
    {
        using var zip = new ZipArchive(new MemoryStream(await Exported(api, "zip")));
        Assert.All(zip.Entries, entry => Assert.Matches("^(documents/[a-z0-9-]+|predicates|entities/[a-z]+|statements/[a-z0-9-]+/[a-z0-9-]+)[.]yaml$", entry.FullName));
        Assert.Contains(zip.Entries, entry => entry.FullName == "entities/treaties.yaml");
    }

    [Fact]
    public async Task The_form_is_chosen_by_Accept_too()
    {
        using var response = await api.Send("GET", "/api/v1/export/pack", ("Accept", "application/zip, application/json;q=0.5"));
        Assert.Equal("application/zip", $"{response.Content.Headers.ContentType}");
        Assert.Matches("^attachment; filename=alliance-pack-r[0-9]+[.]zip$", $"{response.Content.Headers.ContentDisposition}");
        await api.GetProblem("/api/v1/export/pack", 406, "not-acceptable", ("Accept", "image/png"));
        await api.GetProblem("/api/v1/export/pack?format=yaml", 400, "invalid-parameter");
    }

    private static async Task<byte[]> Exported(ExportApi api, string form)
    {
        using var response = await api.Send("GET", $"/api/v1/export/pack?format={form}");
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task IsTheSame(byte[] pack, string form, string expected)
    {
        await using var empty = new ExportApi(seed: null);
        await empty.InitializeAsync();
        var outcome = await empty.Import(empty.Write($"pack.{form}", pack));
        Assert.Empty(outcome.Problems);
        Assert.Equal(expected, await empty.GetText(Whole));
    }
}
