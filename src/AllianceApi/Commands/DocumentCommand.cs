using System.CommandLine;
using System.Text;
using AllianceApi.Graph;
using AllianceApi.Packs;
using AllianceApi.Packs.Validators;

namespace AllianceApi.Commands;

internal static class DocumentCommand
{
    public static readonly string[] Examples =
    [
        "AllianceApi document my-text.txt --id my-text --out my-pack",
        "AllianceApi document my-text.txt --id my-text --title 'My text' --language en > my-pack/document.yaml",
    ];

    public static Command Build(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The text, UTF-8: its title, then headings and paragraphs, one a line." };
        file.AcceptExistingOnly();
        var id = new Option<string>("--id") { Description = $"The document's id. {PublicId.Form}", HelpName = "ID", Required = true };
        var title = new Option<string?>("--title") { Description = "Its title; line 1 unless told.", HelpName = "TITLE" };
        var language = new Option<string>("--language") { Description = "Its language, as a BCP 47 tag.", HelpName = "TAG", DefaultValueFactory = _ => "en" };
        var folder = new Option<string?>("--out") { Description = "Where to write a new document.yaml; to the output unless told.", HelpName = "FOLDER" };
        id.Validators.Add(option =>
        {
            if (option.GetValueOrDefault<string>() is { } value && !PublicId.IsValid(value))
                option.AddError($"'{value}' is no id. {PublicId.Form}");
        });
        var command = new Command("document", "Split a text into sections and passages: the document.yaml of a new pack. It holds places and hashes, not the text.")
        {
            file, id, title, language, folder,
        };
        command.SetAction(parsed =>
        {
            var problems = new List<PackProblem>();
            var document = Split(parsed.GetRequiredValue(file).FullName, parsed.GetRequiredValue(id), parsed.GetValue(title),
                parsed.GetRequiredValue(language), problems);
            return document is null || problems.Count > 0 ? terminal.Problems(problems) : Write(document, parsed.GetValue(folder), terminal, command);
        });
        return command;
    }

    private static Document? Split(string file, string id, string? title, string language, List<PackProblem> problems)
    {
        try
        {
            var document = DocumentSplitter.Split(File.ReadAllBytes(file), id, title, language);
            if (document.Title.Length == 0)
                problems.Add(new PackProblem(file, 1, 1, "the document has no title.", "Line 1 is its title: write it there, or give it by --title."));
            if (document.Passages.Count == 0)
                problems.Add(new PackProblem(file, 0, 0, "the text has no sentences.",
                    "Line 1 is its title; a paragraph is one line that ends with a full stop, or is longer than a heading."));
            problems.AddRange(new DocumentValidator().Validate(document).Errors
                .Select(failure => new PackProblem(file, 0, 0, $"{failure.PropertyName}: {failure.ErrorMessage}", $"{failure.CustomState}")));
            return document;
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new PackProblem(file, 0, 0, "the file is not UTF-8.", "Save it as UTF-8."));
            return null;
        }
    }

    private static int Write(Document document, string? folder, Terminal terminal, Command command)
    {
        var yaml = DocumentWriter.Write(document);
        if (folder is null)
        {
            terminal.Output.Write(yaml);
            return ExitCodes.Done;
        }
        var path = Path.Combine(folder, "document.yaml");
        if (File.Exists(path))
            return terminal.WrongUsage([$"{path} is there already. Take it away, or name another folder."], command);
        Directory.CreateDirectory(folder);
        File.WriteAllText(path, yaml);
        var counts = $"{Counted.Of(document.Sections.Count, "section")}, {Counted.Of(document.Passages.Count, "passage")}";
        return terminal.Done($"{path}: {counts}. Set the parents of sections by hand.");
    }
}
