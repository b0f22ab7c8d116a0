using System.Data.Common;
using AllianceApi.Graph;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AllianceApi.Data.Sqlite;

/// <summary>All that is SQLite's own: how it is opened, and what its errors mean.</summary>
internal static class SqliteStore
{
    /// <summary>What to do about a damaged database.</summary>
    public const string Mend = "Put a backup in its place by 'restore FILE --overwrite', or name another database in ConnectionStrings:Graph.";

    /// <summary>The options of a context on a database file, or on one in memory.</summary>
    public static DbContextOptionsBuilder UseGraph(this DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(Opening(connectionString))
        .ReplaceService<IMigrationsSqlGenerator, LinkTables>()
        .AddInterceptors(Durable.Instance);

    /// <exception cref="StoreException">The text is no connection string.</exception>
    public static void Check(string connectionString)
    {
        try
        {
            _ = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException error)
        {
            throw new StoreException($"ConnectionStrings:Graph is no connection string of SQLite: {error.Message} Write 'Data Source=FOLDER/graph.db'.");
        }
    }

    /// <summary>A file that was taken away is missed, and not made anew and empty.</summary>
    private static string Opening(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
        if (builder.Mode == SqliteOpenMode.ReadWriteCreate && DatabaseFile.Of(connectionString) is not null)
            builder.Mode = SqliteOpenMode.ReadWrite;
        return builder.ToString();
    }

    /// <summary>Makes the database file and its folder, where there are to be any: an empty file is an empty database.</summary>
    /// <exception cref="StoreException">There is a folder where the file is to be.</exception>
    public static void MakeFile(string connectionString)
    {
        if (DatabaseFile.Of(connectionString) is not { } file)
            return;
        if (Directory.Exists(file))
            throw new StoreException($"ConnectionStrings:Graph names a folder, {file}. Name a file: 'Data Source={Path.Join(file, "graph.db")}'.");
        if (Path.GetDirectoryName(file) is { } folder)
            Directory.CreateDirectory(folder);
        if (!File.Exists(file) && new SqliteConnectionStringBuilder(connectionString).Mode != SqliteOpenMode.ReadOnly)
            File.Open(file, FileMode.OpenOrCreate).Dispose();
    }

    /// <summary>What an error of the database says to whoever runs the program; null where it is none that they can mend.</summary>
    public static string? Explain(Exception error) => error.GetBaseException() switch
    {
        SqliteException { SqliteErrorCode: 26 or 11 } => $"The file is not a database of this program, or is damaged. {Mend}",
        SqliteException { SqliteErrorCode: 14 } => "The database file cannot be opened. Check that its folder exists and may be written to.",
        SqliteException { SqliteErrorCode: 8 } => "The database or its folder is read-only. Make the folder writable for this user.",
        SqliteException { SqliteErrorCode: 13 } => "The disk is full. Free some space; nothing was changed.",
        SqliteException { SqliteErrorCode: 10 } => "The disk failed to read or write the database. Nothing was changed.",
        SqliteException { SqliteErrorCode: 5 or 6 } => "Another program is writing to the database. Stop it, or wait for it.",
        MovedException or UnauthorizedAccessException or IOException => error.GetBaseException().Message,
        _ => null,
    };

    /// <inheritdoc cref="FindTrouble"/>
    public static Trouble? TroubleOf(Exception error) => error.GetBaseException() is SqliteException or MovedException && Explain(error) is { } reason
        ? new Trouble(reason, error.GetBaseException() is SqliteException { SqliteErrorCode: 13 })
        : null;

    private sealed class Durable : DbConnectionInterceptor
    {
        public static readonly Durable Instance = new();

        private const string Waiting = "PRAGMA busy_timeout = 5000;";
        private const string Writing = $"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; {Waiting}";

        /// <summary>EF Core looks whether a database is there by a connection that may only read.</summary>
        private static string PragmasOf(DbConnection connection) =>
            new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly ? Waiting : Writing;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = PragmasOf(connection);
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            var command = connection.CreateCommand();
            await using (command)
            {
                command.CommandText = PragmasOf(connection);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }
}
