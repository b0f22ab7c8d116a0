using System.Text.RegularExpressions;
using AllianceApi.Graph;
using AllianceApi.Shapes;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Graph;

public sealed partial class IdTests
{
    [Fact]
    public void Public_ids_are_kebab_case_of_at_most_a_hundred_characters() =>
        Gen.OneOf(Gen.String[Gen.Char["ab9-"], 0, 8], Gen.String[Gen.Char["aB_ .é-1"], 0, 8], Gen.Int[95, 105].Select(length => new string('a', length))).Sample(id =>
            Assert.Equal(id.Length <= 100 && Kebab().IsMatch(id), PublicId.IsValid(id)));

    [Theory]
    [InlineData("salt-treaty.party.north-town", false, "party", "north-town", null, null)]
    [InlineData("salt-treaty.not.party.north-town", true, "party", "north-town", null, null)]
    [InlineData("salt-treaty.party.north-town.1978_", false, "party", "north-town", "1978", null)]
    [InlineData("salt-treaty.party.north-town._1991-06", false, "party", "north-town", null, "1991-06")]
    [InlineData("salt-treaty.not.party.north-town.1978_1991", true, "party", "north-town", "1978", "1991")]
    public void The_id_of_a_relation_is_made_of_its_parts(string id, bool negated, string name, string target, string? from, string? to) => Assert.Equal(id, new Fact
    {
        Subject = "salt-treaty", Name = name, Target = target, Negated = negated, ValidFrom = Date(from), ValidTo = Date(to),
    }.Id);

    [Theory]
    [InlineData("1953", "1953")]
    [InlineData("1953-10-01", "1953-10-01")]
    [InlineData("stays-open", "stays-open")]
    [InlineData("It stays open.", "1be0b8e83033")]
    [InlineData("", "e3b0c44298fc")]
    public void The_value_of_an_attribute_is_a_part_as_it_stands_or_by_its_hash(string value, string part) =>
        Assert.Equal($"toll.outlook.{part}", new Fact { Subject = "toll", Name = "outlook", Target = value, IsAttribute = true }.Id);

    [Fact]
    public void Facts_are_equal_when_their_ids_are() => Gen.Select(Facts, Facts).Sample((a, b) => Assert.Equal(a == b, a.Id == b.Id));

    private static readonly Gen<Fact> Facts =
        from negated in Gen.Bool
        from target in Gen.OneOf("a", "b")
        from start in Gen.OneOf<string?>(null, "1953", "1953-10")
        from end in Gen.OneOf<string?>(null, "1960")
        select new Fact { Subject = "s", Name = "likes", Target = target, Negated = negated, ValidFrom = Date(start), ValidTo = Date(end) };

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text, null);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z")]
    private static partial Regex Kebab();
}
