using AllianceApi.Graph;
using AllianceApi.Graph.Search;
using AllianceApi.Http;

namespace AllianceApi.Search;

/// <summary>What a search can be asked.</summary>
internal static class SearchParameters
{
    private static readonly string[] FacetNames = ["kind", "standing", "document", "section"];

    private static readonly string[] Types = [Fragments.Word(SearchItemType.Entity), Fragments.Word(SearchItemType.Statement)];

    public static IReadOnlyList<Parameter> All { get; } =
    [
        new Parameter
        {
            Name = "q",
            Description = "Words, all of which a hit has; `\"a phrase\"`; `dete*`, the beginning of a word; `-` before any of them for what a hit must not have. "
                + "Case, accents, hyphens, plurals and British or American spelling do not matter, but to beginnings only case and accents. Other signs only part words.",
            Many = false,
            Required = true,
            Example = _ => "nuclear umbrella",
            Apply = Read,
        },
        PageParameters.Limit,
        PageParameters.Continue,
        PageParameters.Fields(typeof(SearchItem)),
        Filter("type", "Keeps entities, or statements.", Types, (filter, values) => filter with { Statements = values.Count > 1 ? filter.Statements : values[0] == Types[1] }),
        Filter("kind", "Keeps entities of these kinds.", Filters.Kinds, (filter, values) => filter with { Kinds = [.. values] }),
        Filter("standing", "Keeps statements of this standing: in the source's own voice, or reported as somebody's view.", Filters.Standings,
            (filter, values) => filter with { Standings = [.. values] }),
        new Parameter
        {
            Name = "document",
            Description = "Keeps statements from these documents, by their ids.",
            Apply = (context, values) => Narrow(context, filter => filter with { Documents = [.. context.Documents("document", values).Select(row => context.Graph.Documents[row].Id)] }),
        },
        new Parameter
        {
            Name = "section",
            Description = "Keeps statements from these sections, sub-sections included: `section` in any document, or `document/section`.",
            Apply = (context, values) =>
            {
                context.Sections("section", values);
                Narrow(context, filter => filter with { Sections = [.. values.SelectMany(section => Qualified(context.Graph, section))] });
            },
        },
        new Parameter
        {
            Name = "facets",
            Description = "By what to count the hits: entities by kind, statements by standing, document and section.",
            Allowed = FacetNames,
            Apply = (context, values) => context.Query.Own<SearchAsked>().Facets = [.. values],
        },
    ];

    /// <summary>What completes a name.</summary>
    public static IReadOnlyList<Parameter> OfSuggest { get; } =
    [
        new Parameter
        {
            Name = "q",
            Description = "What was typed so far: the beginning of a name or alias, or of a word in one; case and accents do not matter.",
            Many = false,
            Required = true,
            Example = _ => "mut",
            Apply = (context, values) =>
            {
                if (NameTable.Fold(values[0]).Length == 0)
                    context.Refuse("q", "'q' has no letter or digit to look for.");
                context.Query.Own<SuggestAsked>().Typed = values[0];
            },
        },
        PageParameters.LimitOf(most: 50, otherwise: 10),
        new Parameter
        {
            Name = "kind",
            Description = "Keeps entities of these kinds.",
            Allowed = Filters.Kinds,
            Apply = (context, values) => context.Query.Own<SuggestAsked>().Kinds = [.. values],
        },
    ];

    private static Parameter Filter(string name, string description, IReadOnlyList<string> allowed, Func<SearchFilter, IReadOnlyList<string>, SearchFilter> narrow) => new()
    {
        Name = name,
        Description = description,
        Allowed = allowed,
        Apply = (context, values) => Narrow(context, filter => narrow(filter, values)),
    };

    private static void Narrow(QueryContext context, Func<SearchFilter, SearchFilter> narrow)
    {
        var asked = context.Query.Own<SearchAsked>();
        asked.Filter = narrow(asked.Filter);
    }

    private static void Read(QueryContext context, IReadOnlyList<string> values)
    {
        var (query, error) = QueryParser.Parse(values[0]);
        context.Query.Own<SearchAsked>().Question = query;
        if (error is not null)
            context.Refuse("q", $"'q' cannot be asked: {error}.");
    }

    private static IEnumerable<string> Qualified(Snapshot graph, string section) => section.Contains('/', StringComparison.Ordinal)
        ? [section]
        : graph.Documents.Where(document => document.Document.Sections.Exists(known => known.Id == section)).Select(document => $"{document.Id}/{section}");
}

/// <summary>What the parameters of a completion have come to.</summary>
internal sealed class SuggestAsked
{
    public string Typed { get; set; } = "";

    /// <summary>Null for all kinds.</summary>
    public IReadOnlyCollection<string>? Kinds { get; set; }
}
