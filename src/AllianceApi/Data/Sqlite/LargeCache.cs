using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AllianceApi.Data.Sqlite;

/// <summary>Keeps the pages of a large change, or of a large reading, in memory until they are done with: few are written and read again meanwhile. What a connection has else comes back at the end.</summary>
internal sealed class LargeCache : IDisposable
{
    private const string Mebibytes128 = "PRAGMA cache_size = -131072";
    private const string Usual = "PRAGMA cache_size = -2000";

    private readonly sqlite3 _database;

    public LargeCache(DbConnection connection)
    {
        _database = ((SqliteConnection)connection).Handle!;
        Set(Mebibytes128);
    }

    public void Dispose() => Set(Usual);

    /// <summary>It is for speed alone: whether it can be set does not matter.</summary>
    private void Set(string pragma) => _ = raw.sqlite3_exec(_database, pragma);
}
