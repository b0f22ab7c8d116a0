using AllianceApi.Data;
using AllianceApi.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AllianceApi.Tests.Durability;

/// <summary>Databases as earlier versions of the program left them.</summary>
internal static class OlderDatabase
{
    /// <summary>The steps of the schema, the first first.</summary>
    public static IReadOnlyList<string> Migrations
    {
        get
        {
            using var context = Context("steps.db");
            return [.. context.Database.GetMigrations()];
        }
    }

    /// <summary>Makes a database of an earlier schema that holds what one of the newest schema does, as far as the earlier one has room for it.</summary>
    public static async Task MakeAsync(string file, string migration, string newest)
    {
        await File.Create(file).DisposeAsync();
        var context = Context(file);
        await using (context)
            await context.GetService<IMigrator>().MigrateAsync(migration);
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync();
        Execute(connection, $"ATTACH '{newest}' AS newest");
        foreach (var table in Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'"))
        {
            var columns = string.Join(", ", Columns(connection, "main", table).Intersect(Columns(connection, "newest", table), StringComparer.Ordinal).Select(column => $"\"{column}\""));
            if (columns.Length > 0)
                Execute(connection, $"INSERT INTO main.\"{table}\" ({columns}) SELECT {columns} FROM newest.\"{table}\"");
        }
        Execute(connection, "DETACH newest");
        if (Texts(connection, "PRAGMA foreign_key_check") is [var broken, ..])
            throw new InvalidOperationException($"The schema of {migration} cannot hold this: see {broken}.");
    }

    private static GraphContext Context(string file) =>
        new((DbContextOptions<GraphContext>)new DbContextOptionsBuilder<GraphContext>().UseGraph($"Data Source={file};Pooling=False").Options);

    private static List<string> Columns(SqliteConnection connection, string database, string table) =>
        Texts(connection, $"SELECT name FROM pragma_table_info('{table}', '{database}')");

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.GetString(0));
        return texts;
    }
}
