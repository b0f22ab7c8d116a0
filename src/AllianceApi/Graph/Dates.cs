using AllianceApi.Shapes;

namespace AllianceApi.Graph;

/// <summary>What the graph asks of partial dates.</summary>
internal static class Dates
{
    public static PartialDate Of(string value) => PartialDate.Parse(value, null);

    /// <summary>How many days a date covers, less one.</summary>
    public static int Width(string value) => Of(value) is var date ? date.Last.DayNumber - date.First.DayNumber : 0;

    /// <summary>A text that sorts as the date does.</summary>
    public static string SortKey(PartialDate date) => $"{date.First:yyyyMMdd}{date.Last:yyyyMMdd}";

    /// <summary>Whether two dates contradict each other: neither covers the other.</summary>
    public static bool Contest(string left, string right) =>
        (Of(left), Of(right)) is var (a, b) && !a.Covers(b) && !b.Covers(a);

    /// <summary>Whether two facts may have held together: a bound that is missing is open.</summary>
    public static bool MayOverlap(Period? left, Period? right) => !EndsBefore(left, right) && !EndsBefore(right, left);

    private static bool EndsBefore(Period? left, Period? right) =>
        left?.To is { } end && right?.From is { } start && end.Last < start.First;
}
