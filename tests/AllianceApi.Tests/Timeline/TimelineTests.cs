using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Timeline;

public sealed class TimelineTests(Api api)
{
    [Fact]
    public async Task Dates_come_in_the_order_of_time_the_narrower_first_and_with_only_an_end_by_it() => await api.AssertIds(
        "/api/v1/timeline",
        "north-town.ally-of.south-town.1953_1970", "salt-treaty.signed.1953", "salt-treaty.signed.1954-02", "south-town.seat.outer-reef._1960",
        "tide-treaty.signed.1960", "tide-treaty.signed.1960-05-01", "pier-agreement.dated.1961", "pier-agreement.signed.1961-03",
        "south-town.seat.inner-harbour.1965_", "reef-treaty.signed.1970", "north-town.at-odds-with.south-town.1975_", "joint-watch.guards.north-quay.1978_1991-06");

    [Fact]
    public async Task An_item_has_what_is_dated_and_how_sure_it_is()
    {
        var items = (await api.GetJson("/api/v1/timeline"))["items"]!.AsArray();
        Assert.Equal(
            """{"date":"1953","until":"1970","entity":{"id":"north-town","kind":"actor","name":"North Town"},"name":"ally-of","object":{"id":"south-town","kind":"actor","name":"South Town"},"fact":"north-town.ally-of.south-town.1953_1970","standing":"stated","modality":"asserted"}""",
            items[0]!.ToJsonString());
        Assert.Equal("""{"date":"1970","entity":{"id":"reef-treaty","kind":"treaty","name":"Réef Treaty"},"name":"signed","fact":"reef-treaty.signed.1970","standing":"attributed","modality":"possible"}""",
            System.Text.RegularExpressions.Regex.Unescape(items[9]!.ToJsonString()));
        Assert.False(items[3]!.AsObject().ContainsKey("date"));
    }

    [Theory]
    [InlineData("from=1970", "reef-treaty.signed.1970", "north-town.at-odds-with.south-town.1975_", "joint-watch.guards.north-quay.1978_1991-06")]
    [InlineData("to=1954-01", "north-town.ally-of.south-town.1953_1970", "salt-treaty.signed.1953")]
    [InlineData("from=1960-05&to=1960-05", "tide-treaty.signed.1960-05-01")]
    [InlineData("kind=agreement", "pier-agreement.dated.1961", "pier-agreement.signed.1961-03")]
    [InlineData("standing=attributed", "reef-treaty.signed.1970")]
    [InlineData("modality=possible", "reef-treaty.signed.1970")]
    public async Task The_timeline_filters(string query, params string[] facts) => await api.AssertIds($"/api/v1/timeline?{query}", facts);

    [Fact]
    public async Task A_bound_that_is_no_date_is_refused() => await api.AssertRefused("/api/v1/timeline?from=last%20year", "from", "is no date");
}
