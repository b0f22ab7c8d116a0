using System.Net;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

/// <summary>Answers of a program that has no graph yet, and of one that fails.</summary>
public sealed class StateTests
{
    [Theory]
    [InlineData("/api/v1/treaties")]
    [InlineData("/api/v1")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/ready")]
    public async Task Before_the_graph_is_loaded_a_503_says_when_to_ask_again(string path)
    {
        await using var api = new NeverLoadedApi();
        using var response = await api.Get(path);
        await Api.AssertProblem(response, 503, "not-ready");
        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task It_lives_before_it_is_ready()
    {
        await using var api = new NeverLoadedApi();
        Assert.Equal("live", await api.GetText("/health/live"));
        Assert.Contains("## gone", await api.GetText("/problems"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_a_500_without_a_word_of_its_inside()
    {
        await using var api = new FailingApi();
        await api.InitializeAsync();
        using var response = await api.Get("/api/v1/treaties/nothing");
        var problem = await Api.AssertProblem(response, 500, "internal-error");
        Assert.DoesNotContain(FailingApi.Secret, problem.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("AllianceApi.", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);

        using var next = await api.Get("/api/v1/treaties/salt-treaty");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }
}
