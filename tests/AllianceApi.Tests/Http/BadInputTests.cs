using System.Text;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

/// <summary>Whatever is sent, the answer says what is wrong and how to mend it.</summary>
public sealed class BadInputTests(InventedGraph invented)
{
    [Theory]
    [InlineData("treaties?limit=0", "limit", "'limit' is a whole number from 1 to 200, not '0'.")]
    [InlineData("treaties?limit=201", "limit", "'limit' is a whole number from 1 to 200, not '201'.")]
    [InlineData("treaties?limit=abc", "limit", "'limit' is a whole number from 1 to 200, not 'abc'.")]
    [InlineData("treaties?limit=-1", "limit", "'limit' is a whole number from 1 to 200, not '-1'.")]
    [InlineData("treaties?limit=99999999999999999999", "limit", "'limit' is a whole number")]
    [InlineData("treaties?limit=", "limit", "'limit' has an empty value.")]
    [InlineData("treaties?limit", "limit", "'limit' has an empty value.")]
    [InlineData("treaties?limit=1,2", "limit", "'limit' is a whole number")]
    [InlineData("treaties?sort=nope", "sort", "'sort' does not take 'nope'. Did you mean 'name'?")]
    [InlineData("treaties?sort=--name", "sort", "'sort' does not take '--name'.")]
    [InlineData("treaties?fields=nope", "fields", "'fields' does not take 'nope'. Did you mean 'name'?")]
    [InlineData("treaties/lantern-pact?fields=nope", "fields", "'fields' does not take 'nope'.")]
    [InlineData("relations?expand=all", "expand", "'expand' does not take 'all'.")]
    [InlineData("treaties?id=", "id", "'id' has an empty value.")]
    [InlineData("treaties?id=lantern-pact,,", "id", "'id' has an empty value.")]
    [InlineData("treaties?cursor=abc", "cursor", "The cursor was changed or cut short.")]
    [InlineData("treaties?cursor=%00", "cursor", "The cursor was changed or cut short.")]
    [InlineData("treaties?party=aland&party=bland", "party", "'party' is given 2 times. Give it once, several values with commas between them.")]
    [InlineData("treaties?limit=1&limit=1", "limit", "'limit' is given 2 times. Give it once.")]
    [InlineData("treaties?signed[gte]=19x3", "signed[gte]", "'19x3' is no date. A date is a year, a month or a day that exists: 1953, 1953-10 or 1953-10-01.")]
    [InlineData("treaties?signed[gte]=1953-13", "signed[gte]", "'1953-13' is no date.")]
    [InlineData("treaties?signed=1953-02-29", "signed", "'1953-02-29' is no date.")]
    [InlineData("treaties?signed=0000", "signed", "'0000' is no date.")]
    [InlineData("treaties?signed[foo]=1953", "signed[foo]", "There is no parameter 'signed[foo]' here.")]
    [InlineData("treaties?Limit=1", "Limit", "There is no parameter 'Limit' here. Did you mean 'limit'?")]
    [InlineData("treaties?prty=aland", "prty", "There is no parameter 'prty' here. Did you mean 'party'")]
    [InlineData("treaties/lantern-pact?limit=1", "limit", "There is no parameter 'limit' here.")]
    [InlineData("treaties?=x", "", "There is no parameter '' here.")]
    [InlineData("actors?dated=1953", "dated", "There is no parameter 'dated' here.")]
    [InlineData("treaties?party=alnd", "party", "There is no entity 'alnd'. Did you mean 'aland'")]
    [InlineData("treaties?party=%00", "party", "There is no entity '\0'.")]
    [InlineData("actors?type=empire", "type", "'type' does not take 'empire'.")]
    [InlineData("treaties?standing=sure", "standing", "'standing' does not take 'sure'.")]
    [InlineData("entities?kind=treeaty", "kind", "'kind' does not take 'treeaty'. Did you mean 'treaty'?")]
    [InlineData("treaties?q=", "q", "'q' has an empty value.")]
    [InlineData("treaties?q=...", "q", "'q' has no letter or digit to look for.")]
    [InlineData("relations?predicate=party-to", "predicate", "'party-to' is how 'party' reads from the object. Ask for 'party'.")]
    [InlineData("statements?predicate=partty", "predicate", "There is no predicate 'partty'. Did you mean 'party'?")]
    [InlineData("relations?negated=yes", "negated", "'negated' does not take 'yes'.")]
    [InlineData("relations?negated=true,false", "negated", "'negated' does not take 'true,false'.")]
    [InlineData("relations?passage=nowhere.p1s1", "passage", "There is no passage 'nowhere.p1s1'.")]
    [InlineData("relations?passage=nowhere/founding.p1s1", "passage", "There is no passage 'nowhere/founding.p1s1'.")]
    [InlineData("statements?section=nowhere", "section", "There is no section 'nowhere'.")]
    [InlineData("statements?document=nowhere", "document", "There is no document 'nowhere'.")]
    [InlineData("timeline?from=soon", "from", "'soon' is no date.")]
    [InlineData("entities/aland/relations?direction=out,in", "direction", "'direction' does not take 'out,in'.")]
    public async Task A_wrong_parameter_is_named_with_the_mend(string path, string parameter, string message)
    {
        var problem = await invented.GetProblem($"/api/v1/{path}", 400, "invalid-parameter");
        var error = Assert.Single(problem.List("errors"));
        Assert.Equal(parameter, error.Text("parameter"));
        Assert.StartsWith(message, error.Text("message"), StringComparison.Ordinal);
        Assert.Contains(message, problem.Text("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("treaties?sort=nope", "name,-name,id,-id,updatedAt,-updatedAt,signed,-signed")]
    [InlineData("places?type=x", "region,peninsula,sea")]
    [InlineData("relations?expand=", "evidence")]
    [InlineData("schema?x=1", "fields,asOf")]
    public async Task What_is_allowed_is_listed(string path, string allowed) => Assert.Equal(
        allowed.Split(','),
        (await invented.GetProblem($"/api/v1/{path}", 400, "invalid-parameter")).List("errors").Single().List("allowed").Select(value => value.GetString()!));

    [Fact]
    public async Task All_that_is_wrong_comes_at_once()
    {
        var problem = await invented.GetProblem("/api/v1/treaties?limit=0&sort=nope&nope=1&party=alnd,blnd", 400, "invalid-parameter");
        Assert.Equal("limit sort nope party party", problem.List("errors").Select(error => error.Text("parameter")).Spaced());
    }

    [Fact]
    public async Task Too_many_ids_are_refused_and_so_are_ten_thousand()
    {
        var some = await invented.GetProblem($"/api/v1/treaties?id={string.Join(',', Enumerable.Repeat("aland", 201))}", 400, "invalid-parameter");
        Assert.Equal("'id' has 201 values. Give 200 at most.", some.List("errors").Single().Text("message"));
        await invented.GetProblem($"/api/v1/treaties?id={string.Join(',', Enumerable.Repeat("aland", 10_000))}", 414, "uri-too-long");
        await invented.GetJson($"/api/v1/treaties?id={string.Join(',', Enumerable.Repeat("aland", 200))}");
    }

    [Fact]
    public async Task A_path_of_20_kB_is_too_long()
    {
        var problem = await invented.GetProblem($"/api/v1/treaties/{new string('a', 20_000)}", 414, "uri-too-long");
        Assert.Contains("8192", problem.Text("detail"), StringComparison.Ordinal);
        await invented.GetProblem($"/api/v1/treaties/{new string('a', 8_000)}", 404, "unknown-id");
    }

    [Fact]
    public async Task A_GET_with_a_body_is_answered_as_one_without()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/api/v1/treaties/lantern-pact");
        request.Content = new StringContent("{", Encoding.UTF8, "application/json");
        Assert.Equal("lantern-pact", (await invented.Send(request)).Json.Text("id"));
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("*/*", 200)]
    [InlineData("application/*;q=0.1", 200)]
    [InlineData("image/png, */*;q=0.1", 200)]
    [InlineData("image/png", 406)]
    [InlineData("application/json;q=0, */*", 406)]
    [InlineData("text/html", 406)]
    [InlineData("garbage", 200)]
    public async Task What_is_accepted_decides(string accept, int status)
    {
        var answer = await invented.Get("/api/v1/treaties", ("Accept", accept));
        Assert.Equal(status, (int)answer.Status);
        if (status == 406)
            answer.Problem(406, "not-acceptable");
    }
}
