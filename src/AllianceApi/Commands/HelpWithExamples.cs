using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace AllianceApi.Commands;

/// <summary>The ordinary help, with examples below it.</summary>
internal sealed class HelpWithExamples(HelpAction help, IReadOnlyDictionary<Command, string[]> examples) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (!examples.TryGetValue(parseResult.CommandResult.Command, out var lines))
            return code;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var line in lines)
            output.WriteLine(line.Length == 0 ? "" : $"  {line}");
        return code;
    }
}
