using System.CommandLine;
using AllianceApi.Data;
using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;
using AllianceApi.Packs;

namespace AllianceApi.Commands;

/// <summary>A pack to import, its files read and not yet held against a graph.</summary>
/// <param name="Settings">The arguments that are configuration of the host.</param>
/// <param name="Progress">Shows a line where somebody is watching.</param>
/// <param name="Overwrite">Whether what was changed by hand may be lost.</param>
internal sealed record ImportRequest(PackFiles Files, string[] Settings, Action<string> Progress, bool Overwrite)
{
    /// <summary>Validates the pack against what the graph knows.</summary>
    public PackResult Read(Known known) => PackReader.Read(Files, known);
}

internal static class ImportCommand
{
    public const string Name = "import";

    public static readonly string[] Examples =
    [
        "AllianceApi import seed/rok-us-alliance",
        "AllianceApi import alliance-graph-r1.ndjson",
        "AllianceApi import my-pack --ConnectionStrings:Graph='Data Source=data/graph.db'",
    ];

    public static Command Build(Hosting hosting, Terminal terminal, IReadOnlyList<string> settings)
    {
        var folder = Folder.Argument();
        var overwrite = new Option<bool>("--overwrite") { Description = "Load it even where what was made, changed, merged or deleted over HTTP would be lost or undone." };
        var command = new Command(Name, "Validate a pack and load it into the graph, in one transaction. Loading it again changes nothing.") { folder, overwrite };
        command.SetAction(async (parsed, cancellation) =>
        {
            var files = PackFiles.Of(parsed.GetRequiredValue(folder), terminal.Progress);
            try
            {
                var outcome = await hosting.Import(new ImportRequest(files, [.. settings], terminal.Progress, parsed.GetValue(overwrite)), cancellation);
                return outcome.Problems.Count > 0 ? terminal.Problems(outcome.Problems) : terminal.Done(Summary(outcome));
            }
            catch (StaleException)
            {
                return terminal.Failed("The graph was changed while the pack was read. Nothing was loaded: import it again.");
            }
            catch (Exception error) when (SqliteStore.Explain(error) is not null)
            {
                return terminal.Failed(SqliteStore.Explain(error)!);
            }
        });
        return command;
    }

    private static string Summary(LoadOutcome outcome)
    {
        var changes = outcome.Changes;
        return changes.IsEmpty
            ? FormattableString.Invariant($"Nothing to change: the graph stays at revision {outcome.Graph.Revision}.")
            : FormattableString.Invariant($"Revision {outcome.Graph.Revision}: put {Put(changes)}; deleted {Deleted(changes)}. A server that is running shows it within seconds.");
    }

    private static string Put(ChangeSet changes) => string.Join(", ",
        Counted.Of(changes.Documents.Count, "document"),
        Counted.Of(changes.Predicates.Count, "predicate"),
        Counted.Of(changes.Entities.Count, "entity", "entities"),
        Counted.Of(changes.Statements.Count, "statement"));

    private static string Deleted(ChangeSet changes) => string.Join(", ",
        Counted.Of(changes.DeletedPredicates.Count, "predicate"),
        Counted.Of(changes.DeletedEntities.Count, "entity", "entities"),
        Counted.Of(changes.DeletedStatements.Count, "statement"));
}
