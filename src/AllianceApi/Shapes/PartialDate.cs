using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AllianceApi.Shapes;

/// <summary>
/// A date as precise as its source: <c>1953</c>, <c>1953-10</c> or <c>1953-10-01</c> (EDTF level 0, years 0001 to 9999).
/// It is the interval of days that it covers, and sorts by its first day, then by its last (the narrower first).
/// </summary>
[JsonConverter(typeof(Converter))]
public readonly record struct PartialDate : IComparable<PartialDate>, IParsable<PartialDate>
{
    /// <summary>What is wrong with a text that is no partial date, and what to write instead.</summary>
    internal const string Form = "A date is a year, a month or a day that exists: 1953, 1953-10 or 1953-10-01.";

    private static readonly string[] Forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    private readonly string? _text;

    private PartialDate(string text, DateOnly first, DateOnly last)
    {
        _text = text;
        First = first;
        Last = last;
    }

    /// <summary>The first day that the date covers.</summary>
    public DateOnly First { get; }

    /// <summary>The last day that the date covers.</summary>
    public DateOnly Last { get; }

    /// <inheritdoc/>
    public static PartialDate Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var date) ? date : throw new FormatException(Form);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PartialDate result)
    {
        result = default;
        if (s is null || !DateOnly.TryParseExact(s, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
            return false;

        result = new PartialDate(s, first, s.Length switch
        {
            4 => new DateOnly(first.Year, 12, 31),
            7 => new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)),
            _ => first,
        });
        return true;
    }

    /// <summary>Whether every day of <paramref name="other"/> lies within this date.</summary>
    public bool Covers(PartialDate other) => First <= other.First && other.Last <= Last;

    /// <inheritdoc/>
    public int CompareTo(PartialDate other) =>
        First.CompareTo(other.First) is var first and not 0 ? first : Last.CompareTo(other.Last);

    /// <inheritdoc/>
    public override string ToString() => _text ?? "0001-01-01";

    /// <summary>Earlier by first day, then by last.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Later by first day, then by last.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Not later by first day, then by last.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier by first day, then by last.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    internal sealed class Converter : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), null, out var date) ? date : throw new JsonException(Form);

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
