using AllianceApi.Graph.Patterns;
using AllianceApi.Http;

namespace AllianceApi.Matching;

/// <summary>Refuses patterns that could be read but whose answer would be worth nothing: those that nothing holds together.</summary>
internal static class PatternChecks
{
    public static void Check(Pattern pattern, BodyReader body)
    {
        if (!pattern.Where.Any(term => term.Variables.Count > 0))
        {
            body.Refuse("/where", "No term has a variable, so there is nothing to find. Put one, such as ?a, in the place of what is asked for; whether a fact is there is said by /api/v1/relations/{id}.");
            return;
        }
        CheckJoined(pattern, body);
        var bound = pattern.Where.SelectMany(term => term.Variables).ToHashSet();
        foreach (var term in pattern.Optional)
        {
            if (!term.Variables.Any(bound.Contains))
                body.Refuse(term.Pointer, "This term shares no variable with those before it, so each row would be paired with everything that it finds. Use one of their variables.");
            bound.UnionWith(term.Variables);
        }
        foreach (var term in pattern.Not.Where(term => !term.Variables.Any(bound.Contains)))
            body.Refuse(term.Pointer, "This term shares no variable with 'where' or 'optional', so it would take away every row or none. Use one of their variables.");
    }

    private static void CheckJoined(Pattern pattern, BodyReader body)
    {
        var left = pattern.Where.Where(term => term.Variables.Count > 0).ToList();
        var reached = new HashSet<int>(left[0].Variables);
        while (left.FirstOrDefault(term => term.Variables.Any(reached.Contains)) is { } joined)
        {
            reached.UnionWith(joined.Variables);
            left.Remove(joined);
        }
        if (left.Count > 0)
        {
            body.Refuse(left[0].Pointer, $"No variable joins this term to {pattern.Where.First(term => term.Variables.Count > 0).Pointer}, so every row of one would be paired with every row of the other (a cartesian product). Share a variable (an id in both does not join them), or ask in two requests.");
        }
    }
}
