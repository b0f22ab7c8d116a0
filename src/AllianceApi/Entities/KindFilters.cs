using AllianceApi.Graph;
using AllianceApi.Graph.Search;
using AllianceApi.Http;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Entities;

/// <summary>
/// The filters of a kind: by its members, by its attributes, and by every predicate that reads from it. They come from the schema,
/// so they hold for predicates that a pack brings.
/// </summary>
internal static class KindFilters
{
    private static readonly (string Suffix, string Meaning, Func<PartialDate, PartialDate, bool> Holds)[] Ranges =
    [
        ("", "lies within it", (value, bound) => bound.Covers(value)),
        ("[gte]", "surely does not begin before it", (value, bound) => value.First >= bound.First),
        ("[lte]", "surely does not end after it", (value, bound) => value.Last <= bound.Last),
        ("[gt]", "begins after it ends", (value, bound) => value.First > bound.Last),
        ("[lt]", "ends before it begins", (value, bound) => value.Last < bound.First),
    ];

    public static IEnumerable<Parameter> Of(Snapshot graph, Kind kind) =>
    [
        .. Common(),
        .. kind.Members.Select(OfMember),
        .. kind.Attributes.SelectMany(field => field.Type == FieldType.Date ? OfDate(field) : [OfText(field)]),
        .. graph.Schema.ReadingsOf(kind).Select(OfReading),
        Strength("standing", "stated", Filters.Standings),
        Strength("modality", "asserted", Filters.Modalities),
    ];

    /// <summary>The filters that entities of all kinds have.</summary>
    public static IEnumerable<Parameter> Common() =>
    [
        Filters.Words("name, aliases or summary", (context, words) => Beginnings.Entities(context.Graph, words)),
        new Parameter
        {
            Name = "id",
            Description = "Up to 200 ids; one that is not there is passed over.",
            Apply = (context, values) => context.Among(values.Select(context.Graph.FindEntity).OfType<int>()),
        },
        new Parameter
        {
            Name = "name",
            Description = "The whole name or an alias; case and accents do not matter.",
            Many = false,
            Apply = (context, values) =>
            {
                var name = Fold.Text(values[0]);
                context.Where(row => context.Graph.Entities[row] is var entity
                    && (entity.Fold == name || entity.Aliases.Any(alias => Fold.Text(alias) == name)));
            },
        },
        new Parameter
        {
            Name = "sameAs",
            Description = "An identifier of the same thing elsewhere, as a URL.",
            Many = false,
            Apply = (context, values) => context.Where(row => context.Graph.Entities[row].ToEntity().SameAs.Contains(values[0])),
        },
    ];

    private static Parameter OfMember(Field member) => member.Type == FieldType.Choice
        ? Filters.Choice(member.Name, member.Description, member.Choices, (context, row) => context.Graph.Entities[row].Member(member))
        : new Parameter
        {
            Name = member.Name,
            Description = $"{member.Description} The whole text; case and accents do not matter.",
            Many = false,
            Apply = (context, values) =>
            {
                var text = Fold.Text(values[0]);
                context.Where(row => context.Graph.Entities[row].Member(member) is { } value && Fold.Text(value) == text);
            },
        };

    private static Parameter OfText(Field field) => new()
    {
        Name = field.Name,
        Description = $"{field.Description} The whole text; case and accents do not matter.",
        Many = false,
        Apply = (context, values) =>
        {
            var text = Fold.Text(values[0]);
            context.Where(row => ValuesOf(context, row, field).Any(value => Fold.Text(value) == text));
        },
    };

    private static IEnumerable<Parameter> OfDate(Field field) => Ranges.Select(range => new Parameter
    {
        Name = field.Name + range.Suffix,
        Description = $"{field.Description} Keeps the date that {range.Meaning}: a year, month or day.",
        Type = ParameterType.Date,
        Many = range.Suffix.Length == 0,
        Apply = (context, values) =>
        {
            var bounds = context.Dates(field.Name + range.Suffix, values);
            context.Where(row => ValuesOf(context, row, field).Any(value => bounds.Any(bound => range.Holds(Dates.Of(value), bound))));
        },
    });

    private static Parameter OfReading(Reading reading) => Filters.ByEntity(
        reading.Id,
        $"Keeps what *{reading.Label}* one of these entities, by their ids. {reading.Row.Predicate.Definition}",
        (context, entity) => context.Graph.Entities[entity].Groups
            .Where(group => group.Predicate == reading.Row
                && group.Direction == (reading.Row.Predicate.Symmetric ? GroupDirection.Both : reading.AsSubject ? GroupDirection.In : GroupDirection.Out))
            .SelectMany(group => Snapshot.RelationsIn(context.Graph.Entities[entity], group).ToArray())
            .Select(row => context.Graph.Facts[row])
            .Where(context.Counts)
            .Select(fact => fact.OtherEnd(entity)));

    /// <summary>The values that count; what the typed attribute leaves out because it contests is not found by it either.</summary>
    private static IEnumerable<string> ValuesOf(QueryContext context, int row, Field field) => context.Graph.Entities[row].Attributes
        .Select(fact => context.Graph.Facts[fact])
        .Where(fact => fact.Name == field.Name && context.Counts(fact) && !(fact.IsPlain && context.Graph.Entities[row].Contested.Contains(field.Name)))
        .Select(fact => fact.Literal!.Value);

    private static Parameter Strength(string name, string otherwise, IReadOnlyList<string> allowed) => new()
    {
        Name = name,
        Description = $"Which facts count for the filters by attribute and predicate: those of this {name}.",
        Allowed = allowed,
        Default = otherwise,
        Apply = (_, _) => { },
    };
}
