using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Timeline;

/// <summary>Everything that the graph knows a date of, in the order of time.</summary>
internal static class TimelineEndpoints
{
    public static void MapTimeline(this IEndpointRouteBuilder api) =>
        api.MapRead("timeline", (Query query, Snapshot graph) => new PageResult(graph, Dated, query, (json, row) => json.Record(ItemOf(graph, graph.Facts[row]))))
            .Describe("getTimeline", "Timeline", "What has a date, by date.",
                "Each date attribute, and each affirmed relation with a time, whatever its standing, which it shows.", typeof(Page<TimelineItem>))
            .Takes(_ => [.. PageParameters.Of(Dated, typeof(TimelineItem)).Where(parameter => parameter.Name != "fields"), .. Own()]);

    private static IEnumerable<Parameter> Own() =>
    [
        Filters.Choice("kind", "The kinds of what is dated.", Filters.Kinds, (context, row) => context.Graph.Entities[context.Graph.Facts[row].Subject].Kind.Id),
        .. Filters.OwnStrength("dates", (context, row) => context.Graph.Facts[row].Strength),
        Bound("from", "surely do not begin before", (date, bound) => date.First >= bound.First),
        Bound("to", "surely do not end after", (date, bound) => date.Last <= bound.Last),
    ];

    private static Parameter Bound(string name, string meaning, Func<PartialDate, PartialDate, bool> holds) => new()
    {
        Name = name,
        Description = $"Keeps dates that {meaning} this one: a year, month or day.",
        Type = ParameterType.Date,
        Many = false,
        Apply = (context, values) =>
        {
            var bounds = context.Dates(name, values);
            context.Where(row => DateOf(context.Graph.Facts[row]) is { } date && bounds.All(bound => holds(date, bound)));
        },
    };

    private static Collection Dated { get; } = new(
        "timeline",
        RowsOf.Facts,
        graph => graph.Facts.Rows.Where(row => IsDated(graph.Facts[row])),
        (graph, row) => IsDated(graph.Facts[row]),
        (graph, row) => graph.IdOf(graph.Facts[row]),
        [new Sort("", (graph, row) => Dates.SortKey((DateOf(graph.Facts[row]) ?? graph.Facts[row].Period!.To)!.Value))]);

    private static bool IsDated(FactRow fact) => !fact.Negated && (DateOf(fact) ?? fact.Period?.To) is not null;

    private static PartialDate? DateOf(FactRow fact) => fact.Literal is { } literal && IsDate(literal) ? Dates.Of(literal.Value) : fact.Period?.From;

    private static bool IsDate(Literal literal) =>
        Catalogue.Kinds.SelectMany(kind => kind.Attributes).Any(field => field.Name == literal.Name && field.Type == FieldType.Date);

    private static TimelineItem ItemOf(Snapshot graph, FactRow fact) => new()
    {
        Date = DateOf(fact),
        Until = fact.Period?.To,
        Entity = ReferenceOf(graph, fact.Subject),
        Name = fact.Name,
        Object = fact.Object < 0 ? null : ReferenceOf(graph, fact.Object),
        Fact = graph.IdOf(fact),
        Standing = fact.Strength.Standing,
        Modality = fact.Strength.Modality,
        HeldThen = graph.At is { } at ? Holding.On(fact.Period, at) : null,
    };

    private static Reference ReferenceOf(Snapshot graph, int row)
    {
        var entity = graph.Entities[row];
        return new Reference { Id = entity.Id, Kind = entity.Kind.Id, Name = entity.Name };
    }
}
