using System.Net;
using AllianceApi.Access;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Access;

/// <summary>On a server of its own: whoever fails elsewhere would be counted in the same table.</summary>
public sealed class FailedTriesTests(FailedTriesTests.OwnGraph own) : IClassFixture<FailedTriesTests.OwnGraph>
{
    private readonly GuardedGraph _api = own.Graph;

    public sealed class OwnGraph : IAsyncDisposable
    {
        internal GuardedGraph Graph { get; } = new();

        public ValueTask DisposeAsync() => Graph.DisposeAsync();
    }

    private static readonly IPAddress Somebody = IPAddress.Parse("192.0.2.1");

    [Fact]
    public async Task Beyond_twenty_in_a_minute_they_are_told_to_wait_and_who_has_a_key_is_not()
    {
        var key = await _api.NewKey(Scope.Curate);
        var answers = new List<Answer>();
        // A minute may begin meanwhile: two full counts are enough for one.
        for (var i = 0; i < (2 * FailedTries.MostInAMinute) + 2; i++)
            answers.Add(await From("192.0.2.7", "nonsense"));
        var refused = answers.First(answer => answer.Status == HttpStatusCode.TooManyRequests);
        refused.Problem(429, "too-many-requests");
        Assert.InRange(int.Parse(refused.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(FailedTries.MostInAMinute, answers.Take(FailedTries.MostInAMinute).Count(answer => answer.Status == HttpStatusCode.Unauthorized));

        Assert.Equal(HttpStatusCode.OK, (await From("192.0.2.7", key)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await From("192.0.2.8", "nonsense")).Status);
    }

    [Fact]
    public async Task Who_sends_none_has_not_failed()
    {
        for (var i = 0; i <= FailedTries.MostInAMinute; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await _api.Ask("POST", (GuardedEndpoints.AddressHeader, "192.0.2.9"))).Status);
    }

    [Fact]
    public void Each_minute_begins_anew()
    {
        var clock = new Clock { Now = new DateTimeOffset(2030, 1, 1, 0, 0, 45, TimeSpan.Zero) };
        var tries = new FailedTries(clock);
        Assert.All(Enumerable.Range(0, FailedTries.MostInAMinute), _ => Assert.Null(tries.Add(Somebody)));
        Assert.Equal(15, tries.Add(Somebody));
        clock.Now += TimeSpan.FromSeconds(15);
        Assert.Null(tries.Add(Somebody));
    }

    [Fact]
    public void The_addresses_of_one_network_of_IPv6_are_one_and_those_of_IPv4_are_one_each()
    {
        var tries = new FailedTries(new Clock());
        Assert.NotNull(Enumerable.Range(1, 21).Select(i => tries.Add(IPAddress.Parse($"2001:db8::{i}"))).ToList()[^1]);
        Assert.Null(tries.Add(IPAddress.Parse("2001:db8:0:1::1")));
        Assert.All(Enumerable.Range(1, 21), i => Assert.Null(tries.Add(IPAddress.Parse($"192.0.2.{i}"))));
    }

    [Fact]
    public async Task None_is_lost_where_many_fail_at_once()
    {
        var tries = new FailedTries(new Clock());
        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Enumerable.Range(0, 100).Count(_ => tries.Add(Somebody) is null))));
        Assert.Equal(FailedTries.MostInAMinute, told.Sum());
    }

    private Task<Answer> From(string address, string key) => _api.Ask("POST", ("X-Api-Key", key), (GuardedEndpoints.AddressHeader, address));

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
