using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace AllianceApi.Data.Sqlite;

/// <summary>A database as a file: where it is, whether it is whole, and what graph it holds.</summary>
internal static class DatabaseFile
{
    /// <summary>What SQLite may lay beside a database; whoever replaces the file takes them away first, or they would be taken for those of the new one.</summary>
    private static readonly string[] Companions = ["-wal", "-shm", "-journal"];

    /// <summary>What is larger is not looked over page by page: that takes longer than loading it, which reads all of it too.</summary>
    private const long Large = 64 << 20;

    private const int Header = 100;

    private static readonly byte[] Beginning = "SQLite format 3\0"u8.ToArray();

    /// <summary>The file that a connection string leads to; null where it is in memory.</summary>
    public static string? Of(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        return builder.Mode == SqliteOpenMode.Memory || builder.DataSource is "" or ":memory:" || builder.DataSource.StartsWith("file:", StringComparison.Ordinal)
            ? null
            : Path.GetFullPath(builder.DataSource);
    }

    /// <exception cref="StoreException">The database is in memory.</exception>
    public static string Needed(string connectionString) =>
        Of(connectionString) ?? throw new StoreException("ConnectionStrings:Graph names no file. Write 'Data Source=FOLDER/graph.db'.");

    /// <summary>Opens a file by itself: nothing of it stays open behind.</summary>
    public static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether the file begins as every database of SQLite does.</summary>
    public static bool IsSqlite(string file)
    {
        using var stream = File.OpenRead(file);
        var read = new byte[Beginning.Length];
        return stream.ReadAtLeast(read, read.Length, throwOnEndOfStream: false) == read.Length && read.AsSpan().SequenceEqual(Beginning);
    }

    /// <summary>What beside a file belongs to it and is not empty; null where it stands alone.</summary>
    public static string? Companion(string file) => Companions.Select(ending => file + ending).FirstOrDefault(path => new FileInfo(path) is { Exists: true, Length: > 0 });

    /// <summary>Takes away a file's companions, and where asked the file itself.</summary>
    public static void Remove(string file, bool itself)
    {
        foreach (var ending in Companions)
            File.Delete(file + ending);
        if (itself)
            File.Delete(file);
    }

    /// <summary>What is broken in a database, as SQLite sees it; nothing where it is whole.</summary>
    public static IReadOnlyList<string> Damage(SqliteConnection connection)
    {
        try
        {
            return
            [
                .. Rows(connection, "PRAGMA integrity_check(100)", reader => reader.GetString(0)).Where(line => line != "ok"),
                .. Rows(connection, "PRAGMA foreign_key_check", reader => $"a row of {reader.GetString(0)} refers to one of {reader.GetString(2)} that is not there").Distinct(),
            ];
        }
        catch (SqliteException error) when (error.SqliteErrorCode is 11 or 26)
        {
            return [error.Message.TrimEnd('.')];
        }
    }

    /// <summary>Looks a database over before it is used, and touches nothing of it.</summary>
    /// <exception cref="StoreException">It is damaged.</exception>
    public static void LookOver(string connectionString)
    {
        if (Of(connectionString) is not { } file || !File.Exists(file) || !IsSqlite(file))
            return;
        if (FirstDamage(file) is { } damage)
            throw new StoreException($"The database is damaged: {damage.ReplaceLineEndings(" ")}. {SqliteStore.Mend}");
    }

    private static string? FirstDamage(string file)
    {
        if (new FileInfo(file).Length > Large)
            return Shortage(file);
        using var connection = Open(file, SqliteOpenMode.ReadOnly);
        return Damage(connection) is [var damage, ..] ? damage : null;
    }

    /// <summary>Whether a file is shorter than its beginning says; what lies beside it may hold the rest.</summary>
    private static string? Shortage(string file)
    {
        using var stream = File.OpenRead(file);
        Span<byte> header = stackalloc byte[Header];
        stream.ReadExactly(header);
        var page = BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        // The number of pages counts only where whoever wrote last also wrote it.
        var counts = header[24..28].SequenceEqual(header[92..96]);
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[28..]) * (page == 1 ? 65_536L : page);
        return counts && stream.Length < length && Companion(file) is null ? $"the file has {stream.Length} bytes of {length}" : null;
    }

    /// <summary>What graph a database holds; null where it holds none of this program.</summary>
    public static HeldGraph? Graph(SqliteConnection connection)
    {
        if (Rows(connection, "SELECT \"name\" FROM \"sqlite_master\" WHERE \"type\" = 'table' AND \"name\" IN ('__EFMigrationsHistory', 'Graph', 'Revisions')", reader => reader.GetString(0)).Count < 3)
            return null;
        var ids = Rows(connection, "SELECT \"GraphId\" FROM \"Graph\"", reader => reader.GetString(0));
        var migrations = Rows(connection, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY 1", reader => reader.GetString(0));
        var (revision, time) = Rows(connection, "SELECT \"Number\", \"Time\" FROM \"Revisions\" ORDER BY \"Number\" DESC LIMIT 1", reader => (reader.GetInt64(0), reader.GetString(1))).FirstOrDefault();
        return ids is [var id] ? new HeldGraph(id, revision, time, migrations) : null;
    }

    /// <summary>Runs statements, each by itself: of several in one command, what goes wrong behind the first that gives rows is not told.</summary>
    public static void Execute(SqliteConnection connection, params ReadOnlySpan<string> statements)
    {
        using var command = connection.CreateCommand();
        foreach (var sql in statements)
        {
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private static List<T> Rows<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }
}

/// <summary>What a database says of its graph.</summary>
/// <param name="Revision">0 where it is empty.</param>
/// <param name="Time">When its newest revision was committed, as the database has it.</param>
/// <param name="Migrations">The steps that its schema has taken, the first first.</param>
internal sealed record HeldGraph(string GraphId, long Revision, string? Time, IReadOnlyList<string> Migrations)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"graph {GraphId} at revision {Revision}{(Time is null ? "" : $" of {Time[..Math.Min(Time.Length, 19)]} UTC")}");
}
