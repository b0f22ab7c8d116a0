using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace AllianceApi.Data.Sqlite;

/// <summary>A copy of a database as it is at one moment, made while others read and write it.</summary>
internal static class Backup
{
    /// <summary>Copies the database into one file that stands alone. It is written and looked over under another name beside it, so that the name only ever has a whole one.</summary>
    /// <returns>What the copy holds, and its size in bytes.</returns>
    /// <exception cref="StoreException">There is nothing to copy, the copy is damaged, or the file is there already.</exception>
    public static (HeldGraph Graph, long Bytes) Write(string connectionString, string file, bool overwrite)
    {
        var source = DatabaseFile.Needed(connectionString);
        file = Path.GetFullPath(file);
        if (!File.Exists(source))
            throw new StoreException($"There is no database at {source}. Name it in ConnectionStrings:Graph.");
        if (file == source || (File.Exists(file) && Target(file) == Target(source)))
            throw new StoreException($"{file} is the database itself. Name another file.");
        if (Directory.Exists(file))
            throw new StoreException($"{file} is a folder. Name a file.");
        if (File.Exists(file) && !overwrite)
            throw Taken(file);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var partial = Partial(file);
        try
        {
            var graph = Copy(source, partial);
            var bytes = new FileInfo(partial).Length;
            Place(partial, file, overwrite);
            return (graph, bytes);
        }
        finally
        {
            DatabaseFile.Remove(partial, itself: true);
        }
    }

    /// <summary>A name beside a file that nothing else has.</summary>
    public static string Partial(string file) => $"{file}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}.partial";

    private static string Target(string file) => File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;

    private static HeldGraph Copy(string source, string partial)
    {
        using var to = DatabaseFile.Open(partial, SqliteOpenMode.ReadWriteCreate);
        using (var from = DatabaseFile.Open(source, SqliteOpenMode.ReadWrite))
        {
            DatabaseFile.Execute(from, "PRAGMA busy_timeout = 5000");
            from.BackupDatabase(to);
        }
        // The copy takes over that its original keeps a log beside it; alone, it needs none.
        DatabaseFile.Execute(to, "PRAGMA synchronous = FULL", "PRAGMA journal_mode = DELETE");
        if (DatabaseFile.Damage(to) is [var damage, ..])
            throw new StoreException($"The database is damaged, and so is a copy of it: {damage}. No backup was made. 'check' lists all there is; restore an older backup.");
        return DatabaseFile.Graph(to) ?? throw new StoreException($"{source} is no database of this program. No backup was made.");
    }

    private static void Place(string partial, string file, bool overwrite)
    {
        try
        {
            File.Move(partial, file, overwrite);
        }
        catch (IOException) when (!overwrite && File.Exists(file))
        {
            throw Taken(file);
        }
    }

    private static StoreException Taken(string file) => new($"{file} is there already. Name another file, or add --overwrite.");
}
