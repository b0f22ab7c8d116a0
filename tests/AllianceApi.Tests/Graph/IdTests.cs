using System.Text.RegularExpressions;
using AllianceApi.Graph;
using AllianceApi.Shapes;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Graph;

/// <summary>Public ids: their form, and what makes that of a fact.</summary>
public sealed partial class IdTests
{
    private static readonly Gen<string> Ids = Gen.String[Gen.OneOf("ab9-".ToCharArray()), 1, 8].Where(text => PublicId.IsValid(text));

    private static readonly Gen<string> Literals = Gen.OneOf(Ids, Gen.String, Gen.OneOf("1953", "1953-10", "not", "A text."));

    private static readonly Gen<PartialDate?> Bounds = Gen.OneOf<string?>(null, "1978", "1978-10", "1991").Select(text => text is null ? (PartialDate?)null : PartialDate.Parse(text, null));

    private static readonly Gen<Fact> Facts =
        from subject in Ids
        from name in Ids.Where(name => name != "not")
        from isAttribute in Gen.Bool
        from target in isAttribute ? Literals : Ids
        from negated in Gen.Bool
        from start in Bounds
        from end in Bounds
        select new Fact { Subject = subject, Name = name, Target = target, IsAttribute = isAttribute, Negated = negated && !isAttribute, ValidFrom = start, ValidTo = end };

    [Theory]
    [InlineData("a", true)]
    [InlineData("7", true)]
    [InlineData("south-korea", true)]
    [InlineData("a-1-b", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("a--b", false)]
    [InlineData("A", false)]
    [InlineData("a_b", false)]
    [InlineData("a.b", false)]
    [InlineData("a b", false)]
    [InlineData("é", false)]
    [InlineData("a\n", false)]
    [InlineData("\u0661", false)]
    public void An_id_is_kebab_case(string id, bool valid) => Assert.Equal(valid, PublicId.IsValid(id));

    [Fact]
    public void An_id_has_at_most_100_characters()
    {
        Assert.True(PublicId.IsValid(new string('a', 100)));
        Assert.False(PublicId.IsValid(new string('a', 101)));
    }

    [Fact]
    public void The_form_is_that_of_the_design() =>
        Gen.String[Gen.OneOf("aZ0-.é".ToCharArray()), 0, 6].Sample(text => Assert.Equal(Kebab().IsMatch(text), PublicId.IsValid(text)));

    [Theory]
    [InlineData("mutual-defense-treaty.party.south-korea", false, null, null)]
    [InlineData("korean-war.not.concluded-by.peace-treaty", true, null, null)]
    [InlineData("a.leads.b.1978_", false, "1978", null)]
    [InlineData("a.leads.b._1991", false, null, "1991")]
    [InlineData("a.not.leads.b.1978_1991-05", true, "1978", "1991-05")]
    public void A_relation_is_named_by_its_parts(string id, bool negated, string? from, string? to)
    {
        var parts = id.Replace(".not.", ".", StringComparison.Ordinal).Split('.');
        var fact = new Fact { Subject = parts[0], Name = parts[1], Target = parts[2], Negated = negated, ValidFrom = Date(from), ValidTo = Date(to) };
        Assert.Equal(id, fact.Id);
    }

    [Theory]
    [InlineData("1953", "treaty.signed.1953")]
    [InlineData("1953-10-01", "treaty.signed.1953-10-01")]
    [InlineData("It comes in stages.", "treaty.signed.dbbb5d87861b")]
    [InlineData("", "treaty.signed.e3b0c44298fc")]
    public void A_literal_that_is_no_id_gives_the_beginning_of_its_hash(string value, string id) =>
        Assert.Equal(id, new Fact { Subject = "treaty", Name = "signed", Target = value, IsAttribute = true }.Id);

    [Fact]
    public void Facts_of_the_same_parts_are_the_same_and_no_others_share_an_id() => Gen.Select(Facts, Facts).Sample((left, right) =>
    {
        Assert.Equal(left == right || SameHash(left, right), left.Id == right.Id);
        Assert.Equal(left.Id, (left with { }).Id);
    });

    [Fact]
    public void A_fact_that_differs_in_one_part_has_another_id() => Facts.Sample(fact =>
    {
        Fact[] others =
        [
            fact with { Subject = $"{fact.Subject}-x" },
            fact with { Name = $"{fact.Name}-x" },
            fact with { Target = $"{fact.Target}-x" },
            fact with { ValidFrom = fact.ValidFrom is null ? Date("1950") : null },
            fact with { ValidTo = fact.ValidTo is null ? Date("1999") : null },
        ];
        Assert.All(others, other => Assert.NotEqual(fact.Id, other.Id));
    });

    /// <summary>A relation and an attribute may read alike; a graph keeps their names apart.</summary>
    private static bool SameHash(Fact left, Fact right) =>
        left with { IsAttribute = false, Target = "" } == right with { IsAttribute = false, Target = "" } && Part(left) == Part(right);

    private static string Part(Fact fact) => fact.IsAttribute ? Fact.PartOf(fact.Target) : fact.Target;

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text, null);

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Kebab();
}
