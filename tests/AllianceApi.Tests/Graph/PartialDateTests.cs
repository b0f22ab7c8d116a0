using System.Globalization;
using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Shapes;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Graph;

public sealed class PartialDateTests
{
    private static readonly Gen<string> Texts =
        from day in Gen.Date[DateTime.MinValue, DateTime.MaxValue]
        from form in Gen.OneOf("yyyy", "yyyy-MM", "yyyy-MM-dd")
        select day.ToString(form, CultureInfo.InvariantCulture);

    private static readonly Gen<PartialDate> Near =
        from day in Gen.Int[0, 800]
        from form in Gen.OneOf("yyyy", "yyyy-MM", "yyyy-MM-dd")
        select Of(new DateOnly(1999, 6, 1).AddDays(day).ToString(form, CultureInfo.InvariantCulture));

    [Fact]
    public void A_date_is_written_as_it_was_read() => Texts.Sample(text =>
    {
        Assert.Equal(text, Of(text).ToString());
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(Of(text), Json.Options));
        Assert.Equal(Of(text), JsonSerializer.Deserialize<PartialDate>($"\"{text}\"", Json.Options));
    });

    [Theory]
    [InlineData("1953", "1953-01-01", "1953-12-31")]
    [InlineData("1953-10", "1953-10-01", "1953-10-31")]
    [InlineData("1953-02", "1953-02-01", "1953-02-28")]
    [InlineData("2000-02", "2000-02-01", "2000-02-29")]
    [InlineData("1953-10-01", "1953-10-01", "1953-10-01")]
    [InlineData("0001", "0001-01-01", "0001-12-31")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31")]
    public void A_date_is_the_days_that_it_covers(string text, string first, string last) =>
        Assert.Equal((first, last), ($"{Of(text).First:yyyy-MM-dd}", $"{Of(text).Last:yyyy-MM-dd}"));

    [Theory]
    [InlineData("")]
    [InlineData(" 1953")]
    [InlineData("1953 ")]
    [InlineData("53")]
    [InlineData("0000")]
    [InlineData("10000")]
    [InlineData("-1953")]
    [InlineData("1953-13")]
    [InlineData("1953-00")]
    [InlineData("1953-1")]
    [InlineData("1953-02-29")]
    [InlineData("1953-10-1")]
    [InlineData("1953/10/01")]
    [InlineData("19x3")]
    [InlineData("1953-10-01T00:00:00")]
    [InlineData("١٩٥٣")]
    public void What_is_no_date_is_refused(string text)
    {
        Assert.False(PartialDate.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => Of(text));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PartialDate>($"\"{text}\"", Json.Options));
    }

    [Fact]
    public void Dates_sort_by_first_day_then_the_narrower_first()
    {
        string[] sorted = ["1952-12-31", "1953-01-01", "1953-01", "1953", "1953-02", "1953-10-01", "1953-10", "1954"];
        Assert.Equal(sorted, sorted.Reverse().Select(Of).Order().Select(date => $"{date}"));
    }

    [Fact]
    public void The_order_is_total_and_agrees_with_operators_and_sort_keys() => Gen.Select(Near, Near, Near).Sample((a, b, c) =>
    {
        var sign = Math.Sign(a.CompareTo(b));
        Assert.Equal(-sign, Math.Sign(b.CompareTo(a)));
        Assert.Equal(sign == 0, a == b);
        Assert.Equal((sign < 0, sign <= 0, sign > 0, sign >= 0), (a < b, a <= b, a > b, a >= b));
        Assert.Equal(sign, Math.Sign(string.CompareOrdinal(Dates.SortKey(a), Dates.SortKey(b))));
        if (a <= b && b <= c)
            Assert.True(a <= c);
    });

    [Fact]
    public void A_date_covers_another_when_it_has_all_its_days() => Gen.Select(Near, Near).Sample((a, b) =>
    {
        Assert.Equal(DaysOf(b).All(DaysOf(a).Contains), a.Covers(b));
        Assert.True(a.Covers(a));
        Assert.Equal(!a.Covers(b) && !b.Covers(a), Dates.Contest($"{a}", $"{b}"));
        Assert.Equal(DaysOf(a).Count - 1, Dates.Width($"{a}"));
    });

    [Fact]
    public void Two_times_may_overlap_when_they_share_a_day() => Gen.Select(Bounds(), Bounds()).Sample((left, right) =>
    {
        var shared = DaysOf(left).Any(DaysOf(right).Contains);
        Assert.Equal(shared, Dates.MayOverlap(left, right));
        Assert.True(Dates.MayOverlap(left, null));
    });

    /// <summary>Times whose end is not before their beginning.</summary>
    private static Gen<Period> Bounds() =>
        from a in Near
        from b in Near
        from open in Gen.Int[0, 3]
        let ends = a.First <= b.First ? (From: a, To: b) : (From: b, To: a)
        select new Period(open == 1 ? null : ends.From, open == 2 || ends.To.Last < ends.From.First ? null : ends.To);

    private static HashSet<DateOnly> DaysOf(Period period) => DaysOf(period.From?.First ?? new DateOnly(1998, 1, 1), period.To?.Last ?? new DateOnly(2003, 1, 1));

    private static HashSet<DateOnly> DaysOf(PartialDate date) => DaysOf(date.First, date.Last);

    private static HashSet<DateOnly> DaysOf(DateOnly first, DateOnly last) => [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)];

    private static PartialDate Of(string text) => PartialDate.Parse(text, null);
}
