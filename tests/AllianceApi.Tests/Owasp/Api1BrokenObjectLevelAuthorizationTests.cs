using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Owasp;

/// <summary>Records belong to all who may read: no id leads to what another path would guard, and what belongs to one caller has no path.</summary>
public sealed class Api1BrokenObjectLevelAuthorizationTests(GuardedGraph api)
{
    [Theory]
    [InlineData("/api/v1/treaties/aland")]
    [InlineData("/api/v1/treaties/sides")]
    [InlineData("/api/v1/statements/aland")]
    [InlineData("/api/v1/documents/aland")]
    public async Task An_id_of_another_sort_leads_to_nothing(string path) => await api.GetProblem(path, 404, "unknown-id");

    [Theory]
    [InlineData("/api/v1/keys")]
    [InlineData("/api/v1/keys/1")]
    [InlineData("/keys")]
    public async Task Keys_have_no_path(string path) => await api.GetProblem(path, 404, "unknown-path");
}
