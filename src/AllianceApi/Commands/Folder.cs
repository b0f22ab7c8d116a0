using System.CommandLine;

namespace AllianceApi.Commands;

/// <summary>The argument that commands on packs share.</summary>
internal static class Folder
{
    public static Argument<string> Argument() => new("PACK") { Description = "The folder of the pack (every *.yaml and *.yml below it), or one file *.ndjson." };
}
