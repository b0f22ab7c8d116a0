using System.Globalization;
using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;
using AllianceApi.Http;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Traversal;

/// <summary>The parameters of traversals.</summary>
internal static class TraversalParameters
{
    private const int MostRoots = 100;

    public static IEnumerable<Parameter> OfSubgraph() =>
    [
        new Parameter
        {
            Name = "roots",
            Description = $"The ids of the entities to begin with, 1 to {MostRoots}.",
            Required = true,
            Example = Examples.Start,
            Apply = (context, values) =>
            {
                if (values.Count > MostRoots)
                    context.Refuse("roots", $"'roots' has {values.Count} values. Give {MostRoots} at most.");
                else
                    Of(context).Roots = context.Entities("roots", values);
            },
        },
        Whole("depth", "How many relations to go from a root at most", (1, 4), 1, (asked, number) => asked.Depth = number),
        .. OfWalks(),
        Whole("limit", "How many nodes to show, the roots included, which always are shown", (1, 2_000), 200, (asked, number) => asked.Nodes = number),
        PageParameters.Expand,
    ];

    public static IEnumerable<Parameter> OfPaths() =>
    [
        End("from", "The id of the entity where paths begin.", Examples.Start, (asked, row) => asked.From = row),
        End("to", "The id of the entity where paths end.", Examples.End, (asked, row) => asked.To = row),
        Whole("k", "How many paths to find, the shortest first", (1, 10), 1, (asked, number) => asked.K = number),
        Whole("maxHops", "How many relations a path may have", (1, 8), 6, (asked, number) => asked.MaxHops = number),
        .. OfWalks(),
        PageParameters.Expand,
    ];

    /// <summary>Which relations are followed, and through what.</summary>
    private static IEnumerable<Parameter> OfWalks() =>
    [
        new Parameter
        {
            Name = "predicate",
            Description = "The own ids of the predicates to follow.",
            Apply = (context, values) => Follow(context, walk => walk with { Predicates = [.. context.Predicates("predicate", values)] }),
        },
        Choice("kind", "The kinds of entities to go through and to show; where a question begins and ends is there whatever its kind.", Filters.Kinds,
            (walk, values) => walk with { Kinds = [.. values.Select(id => Catalogue.Find(id)!)] }),
        Choice("standing", "Follows relations of this standing.", Filters.Standings, (walk, values) => walk with { Standings = Words<Standing>(values) }),
        Choice("modality", "Follows relations of this modality.", Filters.Modalities, (walk, values) => walk with { Modalities = Words<Modality>(values) }),
        Choice("direction", "`out` goes from subject to object, `in` from object to subject, `both` either way; a symmetric relation leads both ways.", ["out", "in", "both"],
            (walk, values) => walk with { Direction = Words<GroupDirection>(values)[0] }) with { Many = false, Default = "both" },
        Choice("negated", "`true` lets in denied relations beside the others.", ["true", "false"], (walk, values) => walk with { Denied = values[0] == "true" })
            with { Many = false, Type = ParameterType.Boolean },
    ];

    private static Parameter End(string name, string description, Func<Snapshot, string?> example, Action<TraversalQuery, int> take) => new()
    {
        Name = name,
        Description = description,
        Many = false,
        Required = true,
        Example = example,
        Apply = (context, values) =>
        {
            if (context.Entities(name, values) is [var row])
                take(Of(context), row);
        },
    };

    private static Parameter Whole(string name, string description, (int Least, int Most) range, int otherwise, Action<TraversalQuery, int> take) => new()
    {
        Name = name,
        Description = $"{description}, {range.Least} to {range.Most}.",
        Type = ParameterType.Integer,
        Many = false,
        Least = range.Least,
        Most = range.Most,
        Default = otherwise.ToString(CultureInfo.InvariantCulture),
        Apply = (context, values) =>
        {
            if (int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= range.Least && number <= range.Most)
                take(Of(context), number);
            else
                context.Refuse(name, $"'{name}' is a whole number from {range.Least} to {range.Most}, not '{values[0]}'.");
        },
    };

    private static Parameter Choice(string name, string description, IReadOnlyList<string> allowed, Func<Walk, IReadOnlyList<string>, Walk> change) => new()
    {
        Name = name,
        Description = description,
        Allowed = allowed,
        Apply = (context, values) => Follow(context, walk => change(walk, values)),
    };

    private static TraversalQuery Of(QueryContext context) => context.Query.Own<TraversalQuery>();

    private static void Follow(QueryContext context, Func<Walk, Walk> change) => Of(context).Walk = change(Of(context).Walk);

    private static T[] Words<T>(IReadOnlyList<string> values)
        where T : struct, Enum => [.. Enum.GetValues<T>().Where(value => values.Contains(Fragments.Word(value)))];
}
