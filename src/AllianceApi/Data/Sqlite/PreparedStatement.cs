using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AllianceApi.Data.Sqlite;

/// <summary>Prepared once and run for many rows, through SQLite's own interface: a command of ADO.NET costs a multiple of what SQLite does for the row.</summary>
internal abstract class PreparedStatement : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="connection">Open, and in the transaction that the rows belong to.</param>
    protected PreparedStatement(DbConnection connection, string sql)
    {
        _database = ((SqliteConnection)connection).Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    protected sqlite3_stmt Statement => _statement;

    public void Dispose() => _statement.Dispose();

    /// <summary>Goes to the next row, or runs what has none. In a database that connections share in memory the table of another is waited for here, as commands do.</summary>
    protected int Step()
    {
        var result = raw.sqlite3_step(_statement);
        for (var begun = Stopwatch.GetTimestamp(); result is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_LOCKED_SHAREDCACHE && Stopwatch.GetElapsedTime(begun) < Patience; result = raw.sqlite3_step(_statement))
        {
            Reset();
            Thread.Sleep(Pause);
        }
        return result;
    }

    protected void Reset() => _ = raw.sqlite3_reset(_statement);

    /// <exception cref="SqliteException">As a command throws it.</exception>
    protected void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
            SqliteException.ThrowExceptionForRC(result, _database);
    }
}
