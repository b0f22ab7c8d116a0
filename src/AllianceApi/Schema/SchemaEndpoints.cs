using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Http.Writers;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Schema;

/// <summary>The ontology in words and types, with counts: what can be asked.</summary>
internal static class SchemaEndpoints
{
    public static void MapSchema(this IEndpointRouteBuilder api)
    {
        api.MapRead("schema", (Snapshot graph) => GraphResult.Of(graph, 0, () => SchemaOf(graph)))
            .Describe("getSchema", "Schema", "The whole ontology.", "Kinds with their members, attributes and filters; predicates with their definitions; all with counts.", typeof(SchemaResponse))
            .Takes(_ => [PageParameters.Fields(typeof(SchemaResponse))])
            .WithoutDates();

        api.MapRead("schema/kinds", (Query query, Snapshot graph) => new PageResult(graph, Collections.Kinds, query, (json, row) => json.Record(KindOf(graph, Catalogue.Kinds[row]))))
            .Describe("listKinds", "Schema", "The kinds of entities.", "In the order of the catalogue.", typeof(Page<KindResponse>))
            .Takes(_ => PageParameters.Of(Collections.Kinds, typeof(KindResponse)))
            .WithoutDates();

        api.MapRead("schema/kinds/{id}", (string id, Snapshot graph) => GetKind(graph, id))
            .Describe("getKind", "Schema", "One kind, with all that its list can be filtered by.", "`predicates` has every filter by relation, inverse ones included.", typeof(KindResponse))
            .Takes(_ => [PageParameters.Fields(typeof(KindResponse))])
            .Try(_ => [Catalogue.Kinds[0].Id])
            .OfOne()
            .WithoutDates();

        api.MapRead("schema/predicates", (Query query, Snapshot graph) => new PageResult(graph, Collections.Predicates, query, (json, row) => json.Record(PredicateWriter.Of(graph, graph.Schema.Predicates[row]))))
            .Describe("listPredicates", "Schema", "The relation types, by id.", "Each with when to use it and when not.", typeof(Page<PredicateResponse>))
            .Takes(_ => PageParameters.Of(Collections.Predicates, typeof(PredicateResponse)))
            .WithoutDates();

        api.MapRead("schema/predicates/{id}", (string id, Snapshot graph, FindGone gone) => GetPredicate(graph, gone, id))
            .Describe("getPredicate", "Schema", "One relation type.", "With its definition, its ends and what it excludes.", typeof(PredicateResponse))
            .Takes(_ => [PageParameters.Fields(typeof(PredicateResponse))])
            .Try(graph => [graph.Schema.Predicates.Select(predicate => predicate.Id).FirstOrDefault()])
            .OfOne()
            .WithoutDates();
    }

    private static SchemaResponse SchemaOf(Snapshot graph) => new()
    {
        Kinds = [.. Catalogue.Kinds.Select(kind => KindOf(graph, kind))],
        Predicates = [.. graph.Schema.Predicates.Select(row => PredicateWriter.Of(graph, row))],
        Standings = Filters.Standings,
        Modalities = Filters.Modalities,
        Links = new SchemaLinks { Self = "/api/v1/schema", Kinds = "/api/v1/schema/kinds", Predicates = "/api/v1/schema/predicates" },
    };

    private static IResult GetKind(Snapshot graph, string id) => Catalogue.Find(id) is { } kind
        ? GraphResult.Of(graph, 0, () => KindOf(graph, kind))
        : Problem.UnknownId.With($"There is no kind '{id}'.{Nearest.Question(Nearest.To(id, Filters.Kinds))}");

    private static IResult GetPredicate(Snapshot graph, FindGone gone, string id)
    {
        if (graph.Schema.Find(id) is { } row)
            return GraphResult.Of(graph, row.Predicate.Revision, () => PredicateWriter.Of(graph, row));
        return graph.Schema.FindInverse(id) is { } inverse
            ? Problem.UnknownId.With($"'{id}' is how '{inverse.Id}' reads from the object: see /api/v1/schema/predicates/{inverse.Id}.") with { Alternate = $"/api/v1/schema/predicates/{inverse.Id}" }
            : Missing.Predicate(graph, gone, id);
    }

    private static KindResponse KindOf(Snapshot graph, Kind kind) => new()
    {
        Id = kind.Id,
        Description = kind.Description,
        Count = graph.Ordered(Collections.Entities(kind), "name", descending: false).Rows.Length,
        Members = [.. kind.Members.Select(FieldOf)],
        Attributes = [.. kind.Attributes.Select(FieldOf)],
        Predicates = [.. graph.Schema.ReadingsOf(kind).Select(reading => new ReadingResponse { Id = reading.Id, Label = reading.Label, Predicate = reading.Row.Id })],
        Links = new KindLinks { Self = $"/api/v1/schema/kinds/{kind.Id}", Entities = $"/api/v1/{kind.Path}" },
    };

    private static FieldResponse FieldOf(Field field) => new()
    {
        Name = field.Name,
        Type = Fragments.Word(field.Type),
        Choices = field.Choices.Count > 0 ? field.Choices : null,
        Several = field.Several,
        Description = field.Description,
    };
}
