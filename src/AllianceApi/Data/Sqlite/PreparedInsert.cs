using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AllianceApi.Data.Sqlite;

/// <summary>An insert that is prepared once and run for many rows. Values are stored as Microsoft.Data.Sqlite would store them.</summary>
/// <param name="connection">Open, and in the transaction that the rows belong to.</param>
internal sealed class PreparedInsert(DbConnection connection, string table, IReadOnlyList<string> columns) : PreparedStatement(connection, Sql(table, columns))
{
    private const int Longest = 256;

    private (DateTime Time, string Text) _lastTime;

    /// <param name="column">Its place among the columns.</param>
    /// <param name="value">Null, text, a number, a flag, a time or bytes.</param>
    public void Bind(int column, object? value)
    {
        var place = column + 1;
        Check(value switch
        {
            null => raw.sqlite3_bind_null(Statement, place),
            string text => Bind(place, text),
            bool flag => raw.sqlite3_bind_int64(Statement, place, flag ? 1 : 0),
            int number => raw.sqlite3_bind_int64(Statement, place, number),
            long number => raw.sqlite3_bind_int64(Statement, place, number),
            DateTime time => Bind(place, TextOf(time)),
            byte[] bytes => raw.sqlite3_bind_blob(Statement, place, bytes),
            _ => throw new NotSupportedException($"No column holds a {value.GetType().Name}."),
        });
    }

    /// <summary>Inserts a row of the values that were bound.</summary>
    /// <exception cref="SqliteException">As a command throws it.</exception>
    public void Run()
    {
        var result = Step();
        try
        {
            Check(result);
        }
        finally
        {
            Reset();
        }
    }

    private static string Sql(string table, IReadOnlyList<string> columns) =>
        $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";

    private int Bind(int place, string text)
    {
        // Bytes of no length would be taken for none.
        if (text.Length is 0 or > Longest)
            return raw.sqlite3_bind_text(Statement, place, text);
        Span<byte> bytes = stackalloc byte[Longest * 3];
        return raw.sqlite3_bind_text(Statement, place, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>What is written in one change has one time.</summary>
    private string TextOf(DateTime time)
    {
        if (_lastTime.Text is null || _lastTime.Time != time)
            _lastTime = (time, time.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture));
        return _lastTime.Text;
    }
}
