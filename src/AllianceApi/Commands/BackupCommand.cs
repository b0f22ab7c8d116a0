using System.CommandLine;
using AllianceApi.Data.Sqlite;

namespace AllianceApi.Commands;

internal static class BackupCommand
{
    public const string Name = "backup";

    public static readonly string[] Examples =
    [
        "AllianceApi backup backups/monday.db",
        "AllianceApi backup backups/newest.db --overwrite --ConnectionStrings:Graph='Data Source=data/graph.db'",
    ];

    public static Command Build(Hosting hosting, Terminal terminal, IReadOnlyList<string> settings)
    {
        var file = new Argument<string>("FILE") { Description = "The file to write: one database that stands alone, with everything in it, keys too. Its folder is made if it is not there." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace a file that is there." };
        var command = new Command(Name, "Copy the database to a file while a server serves and writes. A copy that is not whole never gets the name.") { file, overwrite };
        command.SetAction(parsed => OnDatabase.Run(hosting, terminal, settings, (_, database) =>
        {
            var (graph, bytes) = Backup.Write(database, parsed.GetRequiredValue(file), parsed.GetValue(overwrite));
            return terminal.Done(FormattableString.Invariant($"{parsed.GetRequiredValue(file)}: {graph}, {bytes} bytes, looked over and whole."));
        }));
        return command;
    }
}
