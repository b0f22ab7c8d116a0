using System.CommandLine;
using AllianceApi.Packs;

namespace AllianceApi.Commands;

internal static class VerifyCommand
{
    public static readonly string[] Examples =
    [
        "AllianceApi verify seed/rok-us-alliance --document alliance.txt",
        "AllianceApi verify my-pack --document second.txt --id second    where the pack has several documents",
    ];

    public static Command Build(Terminal terminal)
    {
        var folder = Folder.Argument();
        var document = new Option<FileInfo>("--document") { Description = "A copy of the text, UTF-8.", HelpName = "FILE", Required = true };
        document.AcceptExistingOnly();
        var id = new Option<string?>("--id") { Description = "Which document of the pack it is a copy of.", HelpName = "ID" };
        var command = new Command("verify", "Hold the passages of a pack against a copy of the text, and list those without a statement.")
        {
            folder, document, id,
        };
        command.SetAction(parsed =>
        {
            var files = PackFiles.Of(parsed.GetRequiredValue(folder), terminal.Progress);
            var verification = CopyComparison.Of(files, File.ReadAllBytes(parsed.GetRequiredValue(document).FullName), parsed.GetValue(id));
            terminal.Progress("");
            foreach (var notice in verification.WithoutStatement)
                terminal.Output.WriteLine(notice);
            return verification.Problems.Count > 0 ? terminal.Problems(verification.Problems)
                : terminal.Done($"{Counted.Of(verification.Passages, "passage")} as in the text, {verification.WithoutStatement.Count} without a statement.");
        });
        return command;
    }
}
