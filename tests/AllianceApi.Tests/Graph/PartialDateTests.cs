using System.Globalization;
using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Shapes;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Graph;

public sealed class PartialDateTests
{
    private static readonly Gen<string> Texts =
        from day in Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber)
        from form in Gen.OneOf("yyyy", "yyyy-MM", "yyyy-MM-dd")
        select day.ToString(form, CultureInfo.InvariantCulture);

    private static readonly Gen<PartialDate> All = Texts.Select(text => PartialDate.Parse(text, null));

    /// <summary>Dates that lie close to one another, so that they often overlap.</summary>
    private static readonly Gen<PartialDate> Near =
        from day in Gen.Int[0, 800].Select(day => new DateOnly(1952, 6, 1).AddDays(day))
        from form in Gen.OneOf("yyyy", "yyyy-MM", "yyyy-MM-dd")
        select PartialDate.Parse(day.ToString(form, CultureInfo.InvariantCulture), null);

    [Fact]
    public void A_date_is_written_as_it_was_read() => Texts.Sample(text =>
    {
        Assert.Equal(text, PartialDate.Parse(text, null).ToString());
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(JsonSerializer.Deserialize<PartialDate>($"\"{text}\"")));
    });

    [Fact]
    public void A_date_covers_the_days_that_its_text_names() => All.Sample(date =>
    {
        var form = date.ToString().Length switch { 4 => "yyyy", 7 => "yyyy-MM", _ => "yyyy-MM-dd" };
        Assert.Equal(date.ToString(), date.First.ToString(form, CultureInfo.InvariantCulture));
        Assert.Equal(date.ToString(), date.Last.ToString(form, CultureInfo.InvariantCulture));
        Assert.True(date.First == DateOnly.MinValue || date.First.AddDays(-1).ToString(form, CultureInfo.InvariantCulture) != date.ToString());
        Assert.True(date.Last == DateOnly.MaxValue || date.Last.AddDays(1).ToString(form, CultureInfo.InvariantCulture) != date.ToString());
    });

    [Theory]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("953")]
    [InlineData("19530")]
    [InlineData("-1953")]
    [InlineData("+1953")]
    [InlineData("1953-00")]
    [InlineData("1953-13")]
    [InlineData("1953-1")]
    [InlineData("1953-02-29")]
    [InlineData("1953-10-1")]
    [InlineData("1953-10-01T00:00")]
    [InlineData("1953/10")]
    [InlineData(" 1953")]
    [InlineData("1953 ")]
    [InlineData("195X")]
    [InlineData("1953~")]
    [InlineData("١٩٥٣")]
    public void What_is_no_date_is_refused(string text) => Assert.False(PartialDate.TryParse(text, null, out _));

    [Fact]
    public void Dates_are_equal_when_their_texts_are() => Gen.Select(Near, Near).Sample((a, b) =>
        Assert.Equal(a.ToString() == b.ToString(), a == b));

    [Fact]
    public void The_order_is_total_and_agrees_with_the_keys_that_lists_sort_by() => Gen.Select(Near, Near, Near).Sample((a, b, c) =>
    {
        Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
        Assert.Equal(a == b, a.CompareTo(b) == 0);
        if (a <= b && b <= c)
            Assert.True(a <= c);
        Assert.Equal(Math.Sign(a.CompareTo(b)), Math.Sign(string.CompareOrdinal(Dates.SortKey(a), Dates.SortKey(b))));
    });

    [Theory]
    [InlineData("1953-01-01", "1953-01")]
    [InlineData("1953-01", "1953")]
    [InlineData("1953-12-31", "1954")]
    [InlineData("1953", "1953-02")]
    public void The_earlier_first_day_comes_first_then_the_narrower(string first, string second) =>
        Assert.True(PartialDate.Parse(first, null) < PartialDate.Parse(second, null));

    [Fact]
    public void Covering_is_an_order_and_dates_contest_where_neither_covers() => Gen.Select(Near, Near).Sample((a, b) =>
    {
        var overlap = a.First <= b.Last && b.First <= a.Last;
        // Years, months and days lie within one another or apart.
        Assert.Equal(overlap, a.Covers(b) || b.Covers(a));
        Assert.Equal(!overlap, Dates.Contest(a.ToString(), b.ToString()));
        Assert.Equal(a == b, a.Covers(b) && b.Covers(a));
    });

    [Fact]
    public void Times_may_overlap_unless_one_surely_ends_before_the_other_begins() => Gen.Select(Near.Nullable(), Near.Nullable(), Near.Nullable(), Near.Nullable()).Sample((a, b, c, d) =>
    {
        var apart = (b is { } end && c is { } start && end.Last < start.First) || (d is { } last && a is { } first && last.Last < first.First);
        Assert.Equal(!apart, Dates.MayOverlap(Period.Of(a, b), Period.Of(c, d)));
    });
}
