using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Owasp;

/// <summary>The one flow that others could be harmed by is changing the graph: nobody does who was not invited, however often they ask.</summary>
public sealed class Api6UnrestrictedAccessToSensitiveBusinessFlowsTests(GuardedGraph api)
{
    [Fact]
    public async Task Strangers_change_nothing()
    {
        var before = (await api.Get("/api/v1")).Header("Graph-Revision");
        foreach (var operation in (await Operation.All(api)).Where(operation => operation.Changes))
        {
            for (var i = 0; i < 5; i++)
                Assert.Equal(401, (int)(await operation.Ask(api, ("X-Api-Key", $"nonsense-{i}"))).Status);
        }
        Assert.Equal(before, (await api.Get("/api/v1")).Header("Graph-Revision"));
    }

    [Fact]
    public async Task A_page_of_another_origin_does_not_write_for_who_has_a_key_unless_it_is_listed()
    {
        Assert.Null((await Preflight("https://elsewhere.example", "POST")).Header("Access-Control-Allow-Origin"));
        Assert.Null((await Preflight("https://elsewhere.example", "DELETE")).Header("Access-Control-Allow-Origin"));
        Assert.Equal("https://curators.example", (await Preflight("https://curators.example", "DELETE")).Header("Access-Control-Allow-Origin"));
    }

    private Task<Answer> Preflight(string origin, string method) => api.Send(HttpMethod.Options, GuardedEndpoints.Path,
        ("Origin", origin), ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "x-api-key"));
}
