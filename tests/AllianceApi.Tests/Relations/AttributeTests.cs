using AllianceApi.Graph;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Relations;

public sealed class AttributeTests(Api api)
{
    [Theory]
    [InlineData("subject=salt-treaty", "salt-treaty.signed.1953", "salt-treaty.signed.1954-02")]
    [InlineData("name=dated", "pier-agreement.dated.1961")]
    [InlineData("value=1953", "salt-treaty.signed.1953")]
    [InlineData("standing=attributed", "reef-treaty.signed.1970")]
    [InlineData("modality=possible", "reef-treaty.signed.1970")]
    [InlineData("attributedTo=harbour-folk", "reef-treaty.signed.1970")]
    [InlineData("contested=true", "salt-treaty.signed.1953", "salt-treaty.signed.1954-02")]
    [InlineData("passage=founding-terms.p1s2", "pier-agreement.dated.1961", "pier-agreement.signed.1961-03")]
    public async Task Attributes_filter_by_what_they_are(string query, params string[] ids) => await api.AssertIds($"/api/v1/attributes?{query}", ids);

    [Fact]
    public async Task The_attributes_of_an_entity_filter_likewise() =>
        await api.AssertIds("/api/v1/entities/pier-agreement/attributes?name=signed", "pier-agreement.signed.1961-03");

    [Fact]
    public async Task An_attribute_has_its_value_and_evidence_and_no_negated()
    {
        var attribute = (await api.GetJson("/api/v1/attributes/pier-agreement.signed.1961-03")).AsObject();
        Assert.Equal(
            ["id", "subject", "name", "value", "standing", "modality", "attributedTo", "contested", "statements", "evidence", "revision", "links"],
            attribute.Select(member => member.Key));
        Assert.Equal("1961-03", (string)attribute["value"]!);
        Assert.Equal(2, attribute["evidence"]![0]!["passages"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_text_is_in_the_id_by_the_beginning_of_its_hash()
    {
        const string Outlook = "Any digging waits for the \"eel season\".";
        var attribute = await api.GetJson($"/api/v1/attributes/dredging-debate.outlook.{Fact.PartOf(Outlook)}");
        Assert.Equal(Outlook, (string)attribute["value"]!);
        await api.AssertIds($"/api/v1/attributes?value={Uri.EscapeDataString(Outlook.ToUpperInvariant())}", (string)attribute["id"]!);
    }
}
