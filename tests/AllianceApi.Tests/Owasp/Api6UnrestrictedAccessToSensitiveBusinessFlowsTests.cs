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
        foreach (var operation in await Operation.All(api))
        {
            var (elsewhere, listed) = (await Preflight(operation, "https://elsewhere.example"), await Preflight(operation, "https://curators.example"));
            Assert.Equal(operation.Changes ? null : "*", elsewhere.Header("Access-Control-Allow-Origin"));
            Assert.Equal(operation.Changes ? "https://curators.example" : "*", listed.Header("Access-Control-Allow-Origin"));
            Assert.Null(listed.Header("Access-Control-Allow-Credentials"));
        }
    }

    private Task<Answer> Preflight(Operation operation, string origin) => api.Send(HttpMethod.Options, operation.Url,
        ("Origin", origin), ("Access-Control-Request-Method", operation.Method), ("Access-Control-Request-Headers", "x-api-key"));
}
