using System.Net;
using System.Text;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

public sealed class BadInputTests(Api api)
{
    [Theory]
    [InlineData("treaties?limit=0", "limit", "whole number from 1 to 200")]
    [InlineData("treaties?limit=201", "limit", "whole number from 1 to 200")]
    [InlineData("treaties?limit=abc", "limit", "not 'abc'")]
    [InlineData("treaties?limit=-1", "limit", "whole number")]
    [InlineData("treaties?limit=%2B5", "limit", "whole number")]
    [InlineData("treaties?limit=1,2", "limit", "whole number")]
    [InlineData("treaties?limit=99999999999999999999", "limit", "whole number")]
    [InlineData("treaties?limit=", "limit", "empty value")]
    [InlineData("treaties?sort=nope", "sort", "does not take 'nope'")]
    [InlineData("treaties?sort=--name", "sort", "does not take '--name'")]
    [InlineData("actors?sort=signed", "sort", "does not take 'signed'")]
    [InlineData("treaties?fields=nope", "fields", "does not take 'nope'")]
    [InlineData("treaties?fields=name,nope", "fields", "does not take 'nope'")]
    [InlineData("treaties?expand=evidence", "expand", "no parameter 'expand'")]
    [InlineData("relations?expand=all", "expand", "does not take 'all'")]
    [InlineData("treaties?id=", "id", "empty value")]
    [InlineData("treaties?id=salt-treaty,", "id", "empty value")]
    [InlineData("treaties?q=", "q", "empty value")]
    [InlineData("treaties?standing=true", "standing", "does not take 'true'")]
    [InlineData("relations?negated=yes", "negated", "does not take 'yes'")]
    [InlineData("relations?negated=true,false", "negated", "does not take")]
    [InlineData("treaties?signed=19x3", "signed", "'19x3' is no date")]
    [InlineData("treaties?signed[gte]=19x3", "signed[gte]", "'19x3' is no date")]
    [InlineData("treaties?signed[gte]=1953-13", "signed[gte]", "'1953-13' is no date")]
    [InlineData("treaties?signed[gte]=1953-02-29", "signed[gte]", "is no date")]
    [InlineData("treaties?signed[gte]=0000", "signed[gte]", "is no date")]
    [InlineData("treaties?signed[gte]=1953,1954", "signed[gte]", "is no date")]
    [InlineData("treaties?signed[near]=1953", "signed[near]", "no parameter")]
    [InlineData("treaties?Limit=5", "Limit", "Did you mean 'limit'?")]
    [InlineData("treaties?limit=5&limit=5", "limit", "is given 2 times")]
    [InlineData("treaties?party=north-town&party=south-town", "party", "several values with commas")]
    [InlineData("treaties?cursor=x", "cursor", "changed or cut short")]
    [InlineData("treaties?cursor=%00", "cursor", "changed or cut short")]
    [InlineData("treaties?", "", "")]
    [InlineData("treaties/salt-treaty?limit=1", "limit", "no parameter 'limit'")]
    [InlineData("treaties?asOf=1", "asOf", "no parameter 'asOf'")]
    public async Task A_parameter_that_cannot_be_used_is_named_with_the_mend(string path, string parameter, string message)
    {
        if (parameter.Length == 0)
            await api.GetJson($"/api/v1/{path}");
        else
            await api.AssertRefused($"/api/v1/{path}", parameter, message);
    }

    [Fact]
    public async Task Ten_thousand_ids_are_too_long() =>
        await api.AssertProblem($"/api/v1/treaties?id={string.Join(',', Enumerable.Range(0, 10_000).Select(id => $"id-{id}"))}", 414, "uri-too-long");

    [Fact]
    public async Task A_path_of_20_kB_is_too_long() => await api.AssertProblem($"/api/v1/treaties/{new string('a', 20_000)}", 414, "uri-too-long");

    [Fact]
    public async Task A_long_id_is_not_repeated()
    {
        var problem = await api.AssertProblem($"/api/v1/treaties/{new string('a', 5_000)}", 404, "unknown-id");
        Assert.True(((string)problem["detail"]!).Length < 200);
    }

    [Fact]
    public async Task A_get_with_a_body_is_a_get()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/treaties") { Content = new StringContent("{\"a\":", Encoding.UTF8, "application/json") };
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("treaties/%F0%9F%A6%80")]
    [InlineData("treaties/SALT-TREATY")]
    [InlineData("treaties/salt_treaty")]
    [InlineData("entities/%22%3Cscript%3E")]
    [InlineData("entities/nobody/relations")]
    [InlineData("entities/nobody/attributes")]
    [InlineData("entities/nobody/statements")]
    public async Task Whatever_is_no_id_is_a_404(string path) => await api.AssertProblem($"/api/v1/{path}", 404, "unknown-id");

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/treaties")]
    [InlineData("/nothing")]
    [InlineData("/api/v1/treaties/salt-treaty/nothing")]
    [InlineData("/seed/rok-us-alliance/document.yaml")]
    [InlineData("/appsettings.json")]
    public async Task Whatever_is_no_path_is_a_404(string path) => await api.AssertProblem(path, 404, "unknown-path");

    [Theory]
    [InlineData("POST", "/api/v1/treaties")]
    [InlineData("PUT", "/api/v1/treaties/salt-treaty")]
    [InlineData("PATCH", "/api/v1/treaties/salt-treaty")]
    [InlineData("DELETE", "/api/v1/statements/tide-day")]
    [InlineData("OPTIONS", "/api/v1/treaties")]
    [InlineData("POST", "/health/live")]
    [InlineData("DELETE", "/problems/gone")]
    public async Task Another_method_is_a_405_with_Allow(string method, string path)
    {
        using var response = await api.Send(method, path);
        var problem = await Api.AssertProblem(response, 405, "method-not-allowed");
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
        Assert.Equal($"This path does not take {method}; it takes GET, HEAD.", (string)problem["detail"]!);
    }
}
