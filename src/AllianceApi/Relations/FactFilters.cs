using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Relations;

/// <summary>The filters of relations and attributes.</summary>
internal static class FactFilters
{
    /// <summary>Those of all relations.</summary>
    public static IEnumerable<Parameter> OfRelations() =>
    [
        Filters.ByEntity("subject", "The ids of subjects.", (context, entity) => Of(context, entity, fact => fact.Subject == entity)),
        ByPredicate,
        Filters.ByEntity("object", "The ids of objects.", (context, entity) => Of(context, entity, fact => fact.Object == entity)),
        Filters.Choice("subjectKind", "The kinds of subjects.", Filters.Kinds, (context, row) => KindOf(context, context.Graph.Facts[row].Subject)),
        Filters.Choice("objectKind", "The kinds of objects.", Filters.Kinds, (context, row) => KindOf(context, context.Graph.Facts[row].Object)),
        Negated,
        .. OfFacts("relations"),
    ];

    /// <summary>Those of one entity's relations.</summary>
    /// <param name="of">The row of the entity that the request is of.</param>
    public static IEnumerable<Parameter> OfRelationsOf(Func<QueryContext, int?> of) =>
    [
        Filters.Choice("direction", "`out`: the entity is the subject; `in`: it is the object; `both` is either. A symmetric relation is in each.", ["out", "in", "both"], (context, row) => "") with
        {
            Many = false,
            Default = "both",
            Apply = (context, values) =>
            {
                if (values[0] != "both")
                    context.Where(row => Snapshot.DirectionOf(context.Graph.Facts[row], of(context) ?? -1) is var direction && (direction == GroupDirection.Both || Fragments.Word(direction) == values[0]));
            },
        },
        ByPredicate,
        Filters.Choice("kind", "The kinds of the other ends.", Filters.Kinds, (context, row) => KindOf(context, context.Graph.Facts[row].OtherEnd(of(context) ?? -1))),
        Negated,
        .. OfFacts("relations"),
    ];

    /// <summary>Those of all attributes.</summary>
    public static IEnumerable<Parameter> OfAttributes() =>
    [
        Filters.ByEntity("subject", "The ids of subjects.", (context, entity) => context.Graph.Entities[entity].Attributes),
        .. OfAttributesOfOne(),
    ];

    /// <summary>Those of one entity's attributes.</summary>
    public static IEnumerable<Parameter> OfAttributesOfOne() =>
    [
        Filters.Choice("name", "The names of attributes.", [.. Catalogue.Kinds.SelectMany(kind => kind.Attributes).Select(field => field.Name).Distinct()],
            (context, row) => context.Graph.Facts[row].Name),
        new Parameter
        {
            Name = "value",
            Description = "The whole value; case and accents do not matter.",
            Many = false,
            Apply = (context, values) =>
            {
                var value = Fold.Text(values[0]);
                context.Where(row => Fold.Text(context.Graph.Facts[row].Literal!.Value) == value);
            },
        },
        .. OfFacts("attributes"),
    ];

    private static Parameter ByPredicate { get; } = new()
    {
        Name = "predicate",
        Description = "The predicates' own ids.",
        Apply = (context, values) => context.Among(context.Predicates("predicate", values).SelectMany(predicate => context.Graph.Under(predicate))),
    };

    private static Parameter Negated { get; } =
        Filters.Boolean("negated", "`true` keeps what is denied, `false` what is affirmed.", (context, row) => context.Graph.Facts[row].Negated);

    private static IEnumerable<Parameter> OfFacts(string what) =>
    [
        .. Filters.OwnStrength(what, (context, row) => context.Graph.Facts[row].Strength),
        Filters.ByEntity("attributedTo", $"Keeps the {what} of which a statement reports the view of one of these, of a position that one holds, or of an argument for either.",
            (context, entity) => FactsOf(context.Graph, Filters.AttributedTo(context.Graph, entity))),
        Filters.Boolean("contested", "Whether another fact contradicts it.", (context, row) => context.Graph.Facts[row].Contested),
        new Parameter
        {
            Name = "passage",
            Description = "Passages that say it: `locator` in any document, or `document/locator`.",
            Apply = (context, values) => context.Among(FactsOf(context.Graph, context.Passages("passage", values).SelectMany(passage => context.Graph.Passages[passage].Statements))),
        },
    ];

    private static IEnumerable<int> Of(QueryContext context, int entity, Func<FactRow, bool> end) =>
        context.Graph.Entities[entity].Relations.Where(row => end(context.Graph.Facts[row]));

    private static IEnumerable<int> FactsOf(Snapshot graph, IEnumerable<int> statements) =>
        statements.SelectMany(row => graph.Statements[row].Facts);

    private static string KindOf(QueryContext context, int entity) => context.Graph.Entities[entity].Kind.Id;
}
