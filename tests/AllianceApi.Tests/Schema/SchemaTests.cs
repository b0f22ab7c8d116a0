using AllianceApi.Kinds;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Schema;

public sealed class SchemaTests(Api api)
{
    [Fact]
    public async Task The_schema_has_all_kinds_and_predicates_and_the_words_of_standing_and_modality()
    {
        var schema = await api.GetJson("/api/v1/schema");
        Assert.Equal(Catalogue.Kinds.Select(kind => kind.Id), schema["kinds"]!.AsArray().Select(kind => (string)kind!["id"]!));
        Assert.Equal(15, schema["predicates"]!.AsArray().Count);
        Assert.Equal("""["stated","attributed"]""", schema["standings"]!.ToJsonString());
        Assert.Equal("""["asserted","projected","possible"]""", schema["modalities"]!.ToJsonString());
    }

    [Fact]
    public async Task Kinds_count_their_entities_and_lead_to_them()
    {
        foreach (var kind in (await api.GetJson("/api/v1/schema/kinds"))["items"]!.AsArray())
        {
            var list = await api.GetJson((string)kind!["links"]!["entities"]!);
            Assert.Equal((int)kind["count"]!, (int)list["total"]!);
            Assert.False(string.IsNullOrWhiteSpace((string)kind["description"]!));
        }
    }

    [Fact]
    public async Task A_kind_says_what_its_list_can_be_filtered_by()
    {
        var kind = await api.GetJson("/api/v1/schema/kinds/treaty");
        Assert.Equal("signed", (string)Assert.Single(kind["attributes"]!.AsArray())!["name"]!);
        Assert.Equal(["founds", "party", "prompted-by"], kind["predicates"]!.AsArray().Select(reading => (string)reading!["id"]!));
        foreach (var reading in kind["predicates"]!.AsArray())
            await api.GetJson($"/api/v1/treaties?{(string)reading!["id"]!}=north-town");
        var actor = await api.GetJson("/api/v1/schema/kinds/actor");
        Assert.Equal("""["state","organization","group"]""", Assert.Single(actor["members"]!.AsArray())!["choices"]!.ToJsonString());
    }

    [Fact]
    public async Task A_predicate_is_shown_with_all_that_it_means()
    {
        var predicate = await api.GetJson("/api/v1/schema/predicates/at-odds-with");
        Assert.True((bool)predicate["symmetric"]!);
        Assert.False(predicate.AsObject().ContainsKey("inverse"));
        Assert.Equal("""["ally-of"]""", predicate["excludes"]!.ToJsonString());
        Assert.Equal(2, (int)predicate["count"]!);
        Assert.Equal(2, (int)(await api.GetJson((string)predicate["links"]!["relations"]!))["total"]!);
        Assert.Equal("""{"id":"seat-of","label":"is seat of"}""", (await api.GetJson("/api/v1/schema/predicates/seat"))["inverse"]!.ToJsonString());
    }

    [Fact]
    public async Task An_inverse_is_a_404_that_leads_to_its_predicate()
    {
        using var response = await api.Get("/api/v1/schema/predicates/party-to");
        await Api.AssertProblem(response, 404, "unknown-id");
        Assert.Equal("</api/v1/schema/predicates/party>; rel=\"alternate\"", Assert.Single(response.Headers.GetValues("Link")));
    }

    [Theory]
    [InlineData("schema/kinds/traety", "'treaty'")]
    [InlineData("schema/predicates/seats", "'seat'")]
    public async Task What_is_not_there_is_a_404_with_the_nearest(string path, string nearest) =>
        Assert.Contains(nearest, (string)(await api.AssertProblem($"/api/v1/{path}", 404, "unknown-id"))["detail"]!, StringComparison.Ordinal);
}
