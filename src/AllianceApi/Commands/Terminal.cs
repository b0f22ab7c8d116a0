using System.CommandLine;
using AllianceApi.Packs;

namespace AllianceApi.Commands;

/// <summary>Where commands write to: results to the output; progress and wrong usage to the error stream.</summary>
/// <param name="Interactive">Whether somebody is watching, so that progress is shown.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, bool Interactive)
{
    private const int MostProblems = 200;
    private const int Width = 100;

    public static Terminal Standard => new(Console.Out, Console.Error, !Console.IsErrorRedirected);

    /// <summary>Shows one line in place of the one before; nothing where nobody is watching.</summary>
    public void Progress(string text)
    {
        if (Interactive)
            Error.Write($"\r{(text.Length > Width ? $"{text[..(Width - 1)]}…" : text).PadRight(Width)}\r");
    }

    /// <summary>Lists problems, 200 at most, and counts them.</summary>
    public int Problems(IReadOnlyList<PackProblem> problems)
    {
        Progress("");
        foreach (var problem in problems.Take(MostProblems))
            Output.WriteLine(problem);
        if (problems.Count > MostProblems)
            Output.WriteLine(FormattableString.Invariant($"... and {problems.Count - MostProblems} more."));
        Output.WriteLine(Counted.Of(problems.Count, "problem") + ".");
        return ExitCodes.Problems;
    }

    public int Done(string summary)
    {
        Progress("");
        Output.WriteLine(summary);
        return ExitCodes.Done;
    }

    /// <summary>Says why nothing could be done, though the usage was right.</summary>
    public int Failed(string reason)
    {
        Progress("");
        Error.WriteLine(reason);
        return ExitCodes.Problems;
    }

    public int WrongUsage(IEnumerable<string> errors, Command command)
    {
        foreach (var error in errors)
            Error.WriteLine(error);
        var names = command.Parents.OfType<Command>().Append(command).Where(part => part is not RootCommand).Select(part => part.Name);
        Error.WriteLine($"See {string.Join(' ', names.Append("--help"))}.");
        return ExitCodes.WrongUsage;
    }
}
