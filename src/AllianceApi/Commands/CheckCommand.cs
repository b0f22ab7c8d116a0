using System.CommandLine;
using AllianceApi.Changes;
using AllianceApi.Data;
using AllianceApi.Data.Checks;
using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Commands;

/// <summary>Looks the whole database over, and changes nothing.</summary>
internal static class CheckCommand
{
    public const string Name = "check";

    public static readonly string[] Examples =
    [
        "AllianceApi check",
        "AllianceApi check --ConnectionStrings:Graph='Data Source=backups/monday.db'",
    ];

    private const int MostFindings = 200;

    public static Command Build(Hosting hosting, Terminal terminal, IReadOnlyList<string> settings)
    {
        var command = new Command(Name, "Look the database over: whether the file is whole, and tables, snapshot, feed and history agree. A line for each finding; ends with 1 if there is any.");
        command.SetAction((_, cancel) => OnDatabase.RunAsync(hosting, terminal, settings, async (services, database) =>
        {
            var file = DatabaseFile.Needed(database);
            var (held, damage) = LookAt(file);
            return held is null ? Show(terminal, damage) : await CheckAsync(services, terminal, file, held, cancel);
        }));
        return command;
    }

    /// <returns>What the file holds; null where it is damaged, and what of it is.</returns>
    private static (HeldGraph? Held, IReadOnlyList<string> Damage) LookAt(string file)
    {
        if (!File.Exists(file))
            throw new StoreException($"There is no database at {file}. Name it in ConnectionStrings:Graph.");
        if (!DatabaseFile.IsSqlite(file))
            return (null, ["the file is no database of SQLite"]);
        using var connection = DatabaseFile.Open(file, SqliteOpenMode.ReadOnly);
        var damage = DatabaseFile.Damage(connection);
        return damage.Count > 0 ? (null, damage) : DatabaseFile.Graph(connection) is { } held ? (held, []) : (null, ["the file is no database of this program"]);
    }

    private static async Task<int> CheckAsync(IServiceProvider services, Terminal terminal, string file, HeldGraph held, CancellationToken cancel)
    {
        var context = await services.GetRequiredService<IDbContextFactory<GraphContext>>().CreateDbContextAsync(cancel);
        await using (context)
        {
            if (!context.Database.GetMigrations().SequenceEqual(held.Migrations, StringComparer.Ordinal))
                throw new StoreException($"{file} is whole, but of another version of this program. Start the program on it once, or run the 'check' of that version.");
            Snapshot graph;
            try
            {
                graph = await services.GetRequiredService<Store>().LoadAsync(cancel);
            }
            catch (StoreException error) when (error.InnerException is { } inner)
            {
                return Show(terminal, [$"what the tables hold is no graph: {inner.Message.ReplaceLineEndings(" ")}"]);
            }
            var archive = services.GetRequiredService<Archive>();
            var findings = new SnapshotCheck(context, graph).Findings().Concat(new HistoryCheck(context, graph).Findings()).Concat(new FeedCheck(graph, archive).Findings()).ToList();
            return findings.Count > 0 ? Show(terminal, findings) : terminal.Done($"{file}: {held}. The file is whole; tables, snapshot, feed and history agree.");
        }
    }

    private static int Show(Terminal terminal, IReadOnlyList<string> findings)
    {
        foreach (var finding in findings.Take(MostFindings))
            terminal.Output.WriteLine(finding);
        terminal.Output.WriteLine($"{Counted.Of(findings.Count, "finding")}. Restore a backup, or export what can be read and import it into a new database.");
        return ExitCodes.Problems;
    }
}
