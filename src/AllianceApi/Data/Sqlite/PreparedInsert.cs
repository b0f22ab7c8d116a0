using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AllianceApi.Data.Sqlite;

/// <summary>
/// An insert that is prepared once and run for many rows, through SQLite's own interface: a command of ADO.NET costs a multiple of what SQLite does for the row.
/// Values are stored as Microsoft.Data.Sqlite would store them.
/// </summary>
internal sealed class PreparedInsert : IDisposable
{
    private const int Longest = 256;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private (DateTime Time, string Text) _lastTime;

    /// <param name="connection">Open, and in the transaction that the rows belong to.</param>
    public PreparedInsert(DbConnection connection, string table, IReadOnlyList<string> columns)
    {
        _database = ((SqliteConnection)connection).Handle!;
        var sql = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <param name="column">Its place among the columns.</param>
    /// <param name="value">Null, text, a number, a flag, a time or bytes.</param>
    public void Bind(int column, object? value)
    {
        var place = column + 1;
        Check(value switch
        {
            null => raw.sqlite3_bind_null(_statement, place),
            string text => Bind(place, text),
            bool flag => raw.sqlite3_bind_int64(_statement, place, flag ? 1 : 0),
            int number => raw.sqlite3_bind_int64(_statement, place, number),
            long number => raw.sqlite3_bind_int64(_statement, place, number),
            DateTime time => Bind(place, TextOf(time)),
            byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
            _ => throw new NotSupportedException($"No column holds a {value.GetType().Name}."),
        });
    }

    /// <summary>Inserts a row of the values that were bound.</summary>
    /// <exception cref="SqliteException">As a command throws it.</exception>
    public void Run()
    {
        var result = raw.sqlite3_step(_statement);
        // In a database that connections share in memory the table of another is waited for here, as commands do.
        for (var begun = Stopwatch.GetTimestamp(); result is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_LOCKED_SHAREDCACHE && Stopwatch.GetElapsedTime(begun) < Patience; result = raw.sqlite3_step(_statement))
        {
            _ = raw.sqlite3_reset(_statement);
            Thread.Sleep(Pause);
        }
        try
        {
            Check(result);
        }
        finally
        {
            _ = raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int place, string text)
    {
        // Bytes of no length would be taken for none.
        if (text.Length is 0 or > Longest)
            return raw.sqlite3_bind_text(_statement, place, text);
        Span<byte> bytes = stackalloc byte[Longest * 3];
        return raw.sqlite3_bind_text(_statement, place, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>What is written in one change has one time.</summary>
    private string TextOf(DateTime time)
    {
        if (_lastTime.Text is null || _lastTime.Time != time)
            _lastTime = (time, time.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture));
        return _lastTime.Text;
    }

    private void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
            SqliteException.ThrowExceptionForRC(result, _database);
    }
}
