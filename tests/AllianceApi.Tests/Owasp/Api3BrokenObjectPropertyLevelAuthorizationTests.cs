using System.Text.Json;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Owasp;

/// <summary>Answers have the members that are documented and no others, and none can be asked for that is not.</summary>
public sealed class Api3BrokenObjectPropertyLevelAuthorizationTests(SeedGraph api)
{
    [Theory]
    [InlineData("/api/v1/treaties/mutual-defense-treaty", "Treaty")]
    [InlineData("/api/v1/statements/no-peace-treaty", "Statement")]
    [InlineData("/api/v1/documents/rok-us-alliance", "Document")]
    [InlineData("/api/v1", "Service")]
    public async Task An_answer_has_no_member_that_its_schema_has_not(string path, string schema)
    {
        var schemas = (await api.GetJson("/openapi/v1.json")).At("components").At("schemas");
        Assert.Subset(
            schemas.At(schema).At("properties").Names().Split(' ').ToHashSet(StringComparer.Ordinal),
            (await api.GetJson(path)).Names().Split(' ').ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_member_that_is_not_documented_cannot_be_asked_for() =>
        await api.GetProblem("/api/v1/treaties?fields=secretHash", 400, "invalid-parameter");

    [Fact]
    public async Task The_document_speaks_of_nothing_that_is_kept_of_keys()
    {
        var schemas = (await api.GetJson("/openapi/v1.json")).At("components").At("schemas");
        // A webhook has a secret of its own, which whoever registers it is told once.
        Assert.All(schemas.EnumerateObject().Where(schema => schema.Name != "Webhook"), schema => Assert.DoesNotContain("secret", schema.Value.GetRawText(), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(JsonValueKind.Object, schemas.ValueKind);
    }
}
