using AllianceApi.Tests.Support;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Http;

public sealed class CursorTests(Api api)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

    [Fact]
    public async Task A_cursor_changed_by_any_character_is_refused()
    {
        var cursor = await CursorOf("actors?limit=2");
        await Gen.Select(Gen.Int[0, cursor.Length - 1], Gen.Char[Alphabet]).Where((at, by) => cursor[at] != by).SampleAsync(
            async (at, by) => await api.AssertRefused($"/api/v1/actors?limit=2&cursor={cursor[..at]}{by}{cursor[(at + 1)..]}", "cursor", "cursor"),
            iter: 200);
    }

    [Fact]
    public async Task A_cursor_cut_short_or_made_longer_is_refused()
    {
        var cursor = await CursorOf("actors?limit=2");
        foreach (var changed in Enumerable.Range(1, cursor.Length - 1).Select(length => cursor[..length]).Append($"{cursor}A").Append($"{cursor}AAAA").Append("%20").Append("x"))
            await api.AssertRefused($"/api/v1/actors?limit=2&cursor={changed}", "cursor", "The cursor was changed or cut short.");
    }

    [Theory]
    [InlineData("actors?limit=2&sort=-name")]
    [InlineData("actors?limit=2&type=state")]
    [InlineData("places?limit=2")]
    [InlineData("entities?kind=actor&limit=2")]
    public async Task A_cursor_of_another_query_is_refused(string path)
    {
        var cursor = await CursorOf("actors?limit=2");
        await api.AssertRefused($"/api/v1/{path}&cursor={cursor}", "cursor", "belongs to another query");
    }

    [Theory]
    [InlineData("limit=5")]
    [InlineData("limit=1&fields=name")]
    [InlineData("fields=id,name")]
    public async Task Size_and_members_may_change_on_the_way(string query)
    {
        var cursor = await CursorOf("actors?limit=2&sort=name");
        Assert.Equal("west-isle", (await api.GetIds($"/api/v1/actors?{query}&sort=name&cursor={cursor}"))[0]);
    }

    private async Task<string> CursorOf(string path) => (string)(await api.GetJson($"/api/v1/{path}"))["next"]!;
}
