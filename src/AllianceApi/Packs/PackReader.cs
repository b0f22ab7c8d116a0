using AllianceApi.Packs.Checks;

namespace AllianceApi.Packs;

/// <summary>Reads a pack and looks at the whole of it before anybody may use any of it: all problems come at once.</summary>
internal static class PackReader
{
    /// <summary>Reads and validates the pack in a folder.</summary>
    /// <param name="known">What the graph that it is for knows already; nothing unless told.</param>
    public static PackResult Read(string folder, Known? known = null) => Read(PackFiles.Of(folder), known);

    /// <summary>Validates files that were read. Nothing is kept between calls, so that the same files can be held against several graphs.</summary>
    public static PackResult Read(PackFiles files, Known? known = null)
    {
        List<PackProblem> problems = [.. files.Problems];
        var unreadable = new List<PackProblem>();
        var draft = new PackDrafting(problems).Read(files.Roots, files.Lines(unreadable));
        problems.AddRange(unreadable);
        // What could not be read would make everything that refers to it unknown.
        if (files.Problems.Count + unreadable.Count == 0)
            PackChecks.Run(new PackContext(draft, known ?? Known.Nothing, problems));
        problems.Sort(PackProblem.ByPlace);
        return new PackResult(problems.Count == 0 ? draft.ToPack() : null, problems);
    }
}
