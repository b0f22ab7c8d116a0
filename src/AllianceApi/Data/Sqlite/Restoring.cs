using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace AllianceApi.Data.Sqlite;

/// <summary>Puts a backup in the place of the database, which is whole at every moment: until the last step the old one, from then on the new.</summary>
/// <param name="known">The steps of the schema that this program knows.</param>
internal sealed class Restoring(IReadOnlyList<string> known)
{
    /// <returns>What was restored, under its new graph id.</returns>
    /// <exception cref="StoreException">The backup is no good, the database is in use, or it is there already.</exception>
    public HeldGraph Run(string backup, string connectionString, bool overwrite)
    {
        var database = DatabaseFile.Needed(connectionString);
        backup = Path.GetFullPath(backup);
        if (backup == database)
            throw new StoreException($"{backup} is the database itself. Name a backup of it.");
        LookAt(backup);
        if (File.Exists(database) && !overwrite)
            throw new StoreException($"There is a database at {database}. Move it away, or add --overwrite to lose it.");
        Directory.CreateDirectory(Path.GetDirectoryName(database)!);
        var partial = Backup.Partial(database);
        try
        {
            File.Copy(backup, partial);
            var graph = Renew(backup, partial);
            using (Alone(database))
            {
                // A log of the old one beside the new would be replayed into it.
                DatabaseFile.Remove(database, itself: false);
                File.Move(partial, database, overwrite);
            }
            return graph;
        }
        finally
        {
            DatabaseFile.Remove(partial, itself: true);
        }
    }

    private static void LookAt(string backup)
    {
        if (!File.Exists(backup))
            throw new StoreException($"There is no file {backup}.");
        if (!DatabaseFile.IsSqlite(backup))
            throw new StoreException($"{backup} is no database of SQLite. Nothing was restored.");
        if (DatabaseFile.Companion(backup) is { } beside)
            throw new StoreException($"{backup} does not stand alone: part of it is in {beside}. Make a backup of it by 'backup', with ConnectionStrings:Graph naming it, and restore that.");
    }

    /// <summary>Looks the copy over, and makes it a graph of its own: what others know of the old one by its id may not be so in this.</summary>
    private HeldGraph Renew(string backup, string partial)
    {
        File.SetAttributes(partial, FileAttributes.Normal);
        using var connection = DatabaseFile.Open(partial, SqliteOpenMode.ReadWrite);
        if (DatabaseFile.Damage(connection) is [var damage, ..])
            throw new StoreException($"{backup} is damaged: {damage}. Nothing was restored.");
        if (DatabaseFile.Graph(connection) is not { } graph)
            throw new StoreException($"{backup} is no database of this program. Nothing was restored.");
        if (graph.Migrations.FirstOrDefault(migration => !known.Contains(migration, StringComparer.Ordinal)) is { } newer)
            throw new StoreException($"{backup} was written by a newer version of this program (migration {newer}). Nothing was restored; restore it by that version.");
        graph = graph with { GraphId = NewId() };
        DatabaseFile.Execute(connection, "PRAGMA journal_mode = DELETE", "PRAGMA synchronous = FULL", $"UPDATE \"Graph\" SET \"GraphId\" = '{graph.GraphId}'");
        return graph;
    }

    /// <summary>A random id, unlike that of any other graph.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Makes sure that nobody else has the database open, and that nobody opens it until this is disposed. Its log is folded into it.</summary>
    private static IDisposable? Alone(string database)
    {
        if (!File.Exists(database))
            return null;
        SqliteConnection? connection = null;
        try
        {
            connection = DatabaseFile.Open(database, SqliteOpenMode.ReadWrite);
            connection.DefaultTimeout = 1;
            DatabaseFile.Execute(connection, "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = DELETE", "BEGIN EXCLUSIVE");
            return connection;
        }
        catch (SqliteException error)
        {
            connection?.Dispose();
            return error.SqliteErrorCode switch
            {
                5 or 6 => throw InUse(database),
                11 or 26 => AloneOnDamaged(database),
                _ => throw new StoreException(SqliteStore.Explain(error) ?? error.Message),
            };
        }
    }

    /// <summary>SQLite does not lock what it cannot read, which is most in need of a backup: so the bytes that it would lock are locked as bytes.</summary>
    private static FileStream AloneOnDamaged(string database)
    {
        const long Locked = 0x4000_0002;
        const long Length = 510;
        var stream = new FileStream(database, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
                stream.Lock(Locked, Length);
            return stream;
        }
        catch (IOException)
        {
            stream.Dispose();
            throw InUse(database);
        }
    }

    private static StoreException InUse(string database) => new($"A program has {database} open. Stop the server first; nothing was restored.");
}
