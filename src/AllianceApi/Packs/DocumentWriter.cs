using System.Text;
using System.Text.Json;
using AllianceApi.Graph;

namespace AllianceApi.Packs;

/// <summary>Writes a document as the <c>document.yaml</c> of a pack: its outline and its passages' places and hashes, without the text.</summary>
internal static class DocumentWriter
{
    public static string Write(Document document)
    {
        var yaml = new StringBuilder()
            .Append("documents:\n")
            .Append("  - id: ").Append(document.Id).Append('\n')
            .Append("    title: ").Append(Quoted(document.Title)).Append('\n')
            .Append("    language: ").Append(Quoted(document.Language)).Append('\n')
            .Append("    sha256: ").Append(Quoted(document.Sha256)).Append('\n')
            .Append(document.Sections.Count == 0 ? "    sections: []\n" : "    sections:\n");
        foreach (var section in document.Sections)
        {
            yaml.Append("      - id: ").Append(Quoted(section.Id)).Append('\n')
                .Append("        title: ").Append(Quoted(section.Title)).Append('\n');
            if (section.Parent is not null)
                yaml.Append("        parent: ").Append(Quoted(section.Parent)).Append('\n');
        }
        yaml.Append(document.Passages.Count == 0 ? "    passages: []\n" : "    passages:\n");
        foreach (var passage in document.Passages)
            Write(passage, yaml);
        return yaml.ToString();
    }

    private static void Write(Passage passage, StringBuilder yaml) => yaml
        .Append("      - locator: ").Append(passage.Locator).Append('\n')
        .Append(Formatted($"        start: {passage.Start}\n        end: {passage.End}\n        words: {passage.Words}\n"))
        .Append("        sha256: ").Append(Quoted(passage.Sha256)).Append('\n')
        .Append("        runs: [").AppendJoin(", ", passage.Runs.Select(run => $"'{run}'")).Append("]\n");

    private static string Formatted(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>A JSON string is a double-quoted scalar of YAML.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Options);

    private static readonly JsonSerializerOptions Options = new() { Encoder = JsonBuffer.Encoder };
}
