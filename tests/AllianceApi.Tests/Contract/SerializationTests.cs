using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AllianceApi.Http;
using AllianceApi.Kinds;
using AllianceApi.Shapes;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>Writers put answers together by hand; this holds their bytes to the records that document them.</summary>
public sealed class SerializationTests(Api api, SeedApi seed)
{
    private static readonly JsonSerializerOptions Strict = new(AllianceApi.Http.Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    [Fact]
    public async Task Every_answer_is_the_serialization_of_its_record()
    {
        foreach (var operation in Operation.Of(api))
            AssertReadsAs(operation.Answer, await api.GetText(operation.Path));
    }

    [Fact]
    public async Task Every_answer_about_the_seed_is_too()
    {
        foreach (var operation in Operation.Of(seed))
            AssertReadsAs(operation.Answer, await seed.GetText(operation.Path));
    }

    [Fact]
    public async Task Every_entity_is_the_serialization_of_its_record_and_every_member_of_it_occurs()
    {
        foreach (var kind in Catalogue.Kinds)
        {
            var seen = new HashSet<string>();
            foreach (var path in await Selves($"/api/v1/{kind.Path}?limit=200"))
                seen.UnionWith(AssertReadsAs(kind.Response, await api.GetText(path)).AsObject().Select(member => member.Key));
            Assert.Equal(MembersOf(kind.Response), seen.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("relations", typeof(RelationResponse))]
    [InlineData("attributes", typeof(AttributeResponse))]
    [InlineData("statements", typeof(StatementResponse))]
    [InlineData("documents/charter/passages", typeof(PassageResponse))]
    public async Task Every_record_is_its_own_serialization(string path, Type answer)
    {
        var seen = new HashSet<string>();
        foreach (var self in await Selves($"/api/v1/{path}?limit=200"))
            seen.UnionWith(AssertReadsAs(answer, await api.GetText(self)).AsObject().Select(member => member.Key));
        // No attribute has a time yet: nothing in a pack gives it one here.
        Assert.Equal(MembersOf(answer).Except(answer == typeof(AttributeResponse) ? ["validFrom", "validTo"] : []), seen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("relations", typeof(Page<RelationResponse>))]
    [InlineData("attributes", typeof(Page<AttributeResponse>))]
    [InlineData("entities/joint-watch/relations", typeof(Page<RelationResponse>))]
    public async Task Lists_with_evidence_are_too(string path, Type answer) =>
        AssertReadsAs(answer, await api.GetText($"/api/v1/{path}?expand=evidence&limit=200"));

    [Fact]
    public async Task Maps_and_problems_are_too()
    {
        foreach (var debate in await Selves("/api/v1/debates"))
            AssertReadsAs(typeof(AllianceApi.Debates.MapResponse), await api.GetText($"{debate}/map"));
        using var problem = await api.Get("/api/v1/treaties?limit=0&sort=x");
        AssertReadsAs(typeof(ProblemResponse), await problem.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<IEnumerable<string>> Selves(string path) => (await api.GetJson(path))["items"]!.AsArray().Select(item => (string)item!["links"]!["self"]!);

    private static IEnumerable<string> MembersOf(Type record) =>
        record.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order(StringComparer.Ordinal);

    private static JsonNode AssertReadsAs(Type record, string text)
    {
        var read = JsonSerializer.Deserialize(text, record, Strict);
        Assert.Equal(text, JsonSerializer.Serialize(read, record, AllianceApi.Http.Json.Options));
        return JsonNode.Parse(text)!;
    }
}
