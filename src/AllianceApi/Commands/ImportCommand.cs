using System.CommandLine;
using AllianceApi.Packs;

namespace AllianceApi.Commands;

/// <summary>A pack to import, its files read and not yet held against a graph.</summary>
/// <param name="Overwrite">Whether what was changed over HTTP since may be lost.</param>
/// <param name="Settings">The arguments that are configuration of the host.</param>
/// <param name="Progress">Shows a line where somebody is watching.</param>
internal sealed record ImportRequest(PackFiles Files, bool Overwrite, string[] Settings, Action<string> Progress)
{
    /// <summary>Validates the pack against what the graph knows.</summary>
    public PackResult Read(Known known) => PackReader.Read(Files, known);
}

/// <summary>How an import ended: with problems, and nothing was written; or with a summary of one line.</summary>
internal sealed record ImportOutcome(IReadOnlyList<PackProblem> Problems, string Summary)
{
    public static ImportOutcome Refused(IReadOnlyList<PackProblem> problems) => new(problems, "");

    public static ImportOutcome Done(string summary) => new([], summary);
}

internal static class ImportCommand
{
    public const string Name = "import";

    public static readonly string[] Examples =
    [
        "AllianceApi import seed/rok-us-alliance",
        "AllianceApi import my-pack --overwrite --ConnectionStrings:Graph='Data Source=data/graph.db'",
    ];

    public static Command Build(Hosting hosting, Terminal terminal, IReadOnlyList<string> settings)
    {
        var folder = Folder.Argument();
        var overwrite = new Option<bool>("--overwrite") { Description = "Import even where changes made over HTTP since the last import would be lost." };
        var command = new Command(Name, "Validate a pack and load it into the graph, in one transaction. Loading it again changes nothing.")
        {
            folder, overwrite,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var files = PackFiles.Of(parsed.GetRequiredValue(folder), terminal.Progress);
            var outcome = await hosting.Import(new ImportRequest(files, parsed.GetValue(overwrite), [.. settings], terminal.Progress), cancellation);
            return outcome.Problems.Count > 0 ? terminal.Problems(outcome.Problems) : terminal.Done(outcome.Summary);
        });
        return command;
    }
}
