using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace AllianceApi.Data.Sqlite;

/// <summary>
/// Holds the database file open for as long as the program serves it. A connection in WAL mode that has read once keeps a shared lock, by which whoever wants
/// to replace the file sees that it is in use; pooled connections are closed while nobody asks for them. By the same connection it is noticed when the file is
/// moved or replaced all the same: what would be written from then on would be lost with the old file, or would mix two graphs in the new one.
/// </summary>
internal sealed class Presence(string connectionString) : DbConnectionInterceptor, IDisposable
{
    private const int HasMoved = 20;

    private SqliteConnection? _held;

    /// <summary>Begins to hold the file; nothing where the database is in memory.</summary>
    public void Hold()
    {
        if (DatabaseFile.Of(connectionString) is not { } file)
            return;
        var held = DatabaseFile.Open(file, SqliteOpenMode.ReadWrite);
        DatabaseFile.Execute(held, "SELECT count(*) FROM \"sqlite_master\"");
        _held = held;
    }

    /// <summary>Before it is opened: opening makes another file one of this program's.</summary>
    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Look(connection);
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Look(connection);
        return ValueTask.FromResult(result);
    }

    public void Dispose() => _held?.Dispose();

    /// <exception cref="MovedException">The file is not the one that the program began with.</exception>
    private void Look(DbConnection connection)
    {
        var moved = 0;
        if (_held is not { } held || sqlite3_file_control(held.Handle!, 0, HasMoved, ref moved) != raw.SQLITE_OK || moved == 0)
            return;
        // Its like in the pool may be open on either file.
        SqliteConnection.ClearPool((SqliteConnection)connection);
        throw new MovedException();
    }

    [DllImport("e_sqlite3"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int sqlite3_file_control(sqlite3 database, nint main, int operation, ref int answer);
}

/// <summary>The database file is not the one any more that the program opened.</summary>
internal sealed class MovedException() : Exception("The database file was moved, deleted or replaced. Put it back, or start the program again on the one that is there.");
