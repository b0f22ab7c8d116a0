using System.CommandLine;
using AllianceApi.Data;
using AllianceApi.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Commands;

internal static class RestoreCommand
{
    public const string Name = "restore";

    public static readonly string[] Examples =
    [
        "AllianceApi restore backups/monday.db",
        "AllianceApi restore backups/monday.db --overwrite --ConnectionStrings:Graph='Data Source=data/graph.db'",
    ];

    public static Command Build(Hosting hosting, Terminal terminal, IReadOnlyList<string> settings)
    {
        var file = new Argument<string>("FILE") { Description = "What 'backup' wrote. It stays as it is." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Lose the database that is there." };
        var command = new Command(Name, "Put a backup in the place of the database, while no server has it open. It becomes a graph of its own: whoever follows the changes begins anew.") { file, overwrite };
        command.SetAction(parsed => OnDatabase.Run(hosting, terminal, settings, (services, database) =>
        {
            using var context = services.GetRequiredService<IDbContextFactory<GraphContext>>().CreateDbContext();
            var known = context.Database.GetMigrations().ToList();
            var graph = new Restoring(known).Run(parsed.GetRequiredValue(file), database, parsed.GetValue(overwrite));
            var older = graph.Migrations.Count < known.Count ? " It is of an older version: the next start brings it up to this one." : "";
            return terminal.Done($"{DatabaseFile.Needed(database)}: {graph}, whole, from {parsed.GetRequiredValue(file)}. Its keys are good again as they were then.{older}");
        }));
        return command;
    }
}
