namespace AllianceApi.Packs.Checks;

/// <summary>Finds the names of entities in a text. Only those long enough to hold a run matter.</summary>
internal sealed class NameFinder
{
    private readonly Dictionary<string, List<string[]>> _byFirst = new(StringComparer.Ordinal);

    public NameFinder(IEnumerable<string> names)
    {
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            string[] tokens = [.. Runs.Tokens(name).Select(token => token.Text)];
            if (tokens.Length < Runs.Length)
                continue;
            if (!_byFirst.TryGetValue(tokens[0], out var list))
                _byFirst[tokens[0]] = list = [];
            list.Add(tokens);
        }
    }

    /// <summary>Whether any of the runs that begin at <paramref name="first"/> and behind it lies within a name.</summary>
    public bool Covers(IReadOnlyList<Token> tokens, int first, int runs)
    {
        for (var start = 0; start < first + runs; start++)
        {
            if (!_byFirst.TryGetValue(tokens[start].Text, out var names))
                continue;
            foreach (var name in names)
            {
                // The last run that lies within the name, were it to begin here.
                var last = start + name.Length - Runs.Length;
                if (last >= first && Occurs(name, tokens, start))
                    return true;
            }
        }
        return false;
    }

    private static bool Occurs(string[] name, IReadOnlyList<Token> tokens, int start) =>
        start + name.Length <= tokens.Count && !name.Where((token, i) => tokens[start + i].Text != token).Any();
}
