using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

public sealed class ListsTests(InventedGraph invented)
{
    [Theory]
    [InlineData("/treaties", "harbour-accord lantern-pact reef-treaty tide-treaty")]
    [InlineData("/treaties?party=aland", "harbour-accord lantern-pact")]
    public async Task A_list_keeps_what_its_filters_say(string query, string ids) =>
        Assert.Equal(ids, await invented.GetIds($"/api/v1{query}"));
}
