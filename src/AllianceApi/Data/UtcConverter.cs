using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AllianceApi.Data;

/// <summary>Times are UTC: the database does not say so, the program does.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
