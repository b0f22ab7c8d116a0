using AllianceApi.Graph;
using AllianceApi.Graph.Search;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Http;

/// <summary>Filters that several lists take.</summary>
internal static class Filters
{
    public static IReadOnlyList<string> Standings { get; } = [.. Enum.GetValues<Standing>().Select(Fragments.Word)];

    public static IReadOnlyList<string> Modalities { get; } = [.. Enum.GetValues<Modality>().Select(Fragments.Word)];

    public static IReadOnlyList<string> Kinds { get; } = [.. Catalogue.Kinds.Select(kind => kind.Id)];

    /// <summary>A filter by a word out of a list.</summary>
    public static Parameter Choice(string name, string description, IReadOnlyList<string> allowed, Func<QueryContext, int, string?> value) => new()
    {
        Name = name,
        Description = description,
        Allowed = allowed,
        Apply = (context, values) => context.Where(row => values.Contains(value(context, row))),
    };

    public static Parameter Boolean(string name, string description, Func<QueryContext, int, bool> value) => new()
    {
        Name = name,
        Description = description,
        Type = ParameterType.Boolean,
        Many = false,
        Allowed = ["true", "false"],
        Apply = (context, values) => context.Where(row => value(context, row) == (values[0] == "true")),
    };

    /// <summary><c>standing=</c> and <c>modality=</c> where they say which rows to show.</summary>
    public static IEnumerable<Parameter> OwnStrength(string what, Func<QueryContext, int, Strength> strength) =>
    [
        Choice("standing", $"Keeps the {what} of this standing: in the source's own voice, or reported as somebody's view.", Standings,
            (context, row) => Fragments.Word(strength(context, row).Standing)),
        Choice("modality", $"Keeps the {what} of this modality.", Modalities, (context, row) => Fragments.Word(strength(context, row).Modality)),
    ];

    /// <summary><c>q=</c>: every word of it begins a word of the texts, whatever case and accents. The index knows which rows have such words.</summary>
    public static Parameter Words(string texts, Func<QueryContext, IReadOnlyList<string>, IEnumerable<int>> rows) => new()
    {
        Name = "q",
        Description = $"Words, each of which begins a word of {texts}; case and accents do not matter.",
        Many = false,
        Apply = (context, values) =>
        {
            var wanted = Beginnings.In(values[0]);
            if (wanted.Count == 0)
                context.Refuse("q", "'q' has no letter or digit to look for.");
            else if (wanted.Count > Beginnings.Most)
                context.Refuse("q", $"'q' has {wanted.Count} words. Give {Beginnings.Most} at most.");
            else
                context.Among(rows(context, wanted));
        },
    };

    /// <summary>A filter by ids of entities: which rows an index knows for each.</summary>
    public static Parameter ByEntity(string name, string description, Func<QueryContext, int, IEnumerable<int>> rows) => new()
    {
        Name = name,
        Description = description,
        Apply = (context, values) => context.Among(context.Entities(name, values).SelectMany(entity => rows(context, entity))),
    };

    /// <summary>The statements whose bearer is one of these, a position that one holds, or an argument for one or for such a position.</summary>
    public static IEnumerable<int> AttributedTo(Snapshot graph, int entity)
    {
        var bearers = new HashSet<int> { entity };
        foreach (var position in Ends(entity, "holds", GroupDirection.Out))
            bearers.Add(position);
        foreach (var argument in bearers.ToList().SelectMany(bearer => Ends(bearer, "argues-for", GroupDirection.In)))
            bearers.Add(argument);
        return bearers.SelectMany(bearer => graph.Entities[bearer].Statements.Where(row => graph.Statements[row].AttributedTo.Contains(bearer))).Distinct();

        IEnumerable<int> Ends(int from, string predicate, GroupDirection direction) => graph.Entities[from].Groups
            .Where(group => group.Predicate.Id == predicate && group.Direction == direction)
            .SelectMany(group => Snapshot.RelationsIn(graph.Entities[from], group).ToArray())
            .Select(row => graph.Facts[row])
            .Where(fact => !fact.Negated)
            .Select(fact => fact.OtherEnd(from));
    }
}
