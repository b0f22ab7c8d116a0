using AllianceApi.Formats.Rdf;
using AllianceApi.Http;

namespace AllianceApi.Formats;

/// <summary>
/// The formats in which a graph, or what was chosen from it, is taken away. An endpoint says <see cref="Offers"/> and takes <see cref="Parameters"/>;
/// its handler answers with <see cref="Answer"/>.
/// </summary>
internal static class GraphFormats
{
    public const int MostNodes = 500;
    public const int MostEdges = 2_000;

    public static readonly GraphFormat Json = new("json", "application/json", "json", "nodes and edges.", JsonFormat.WriteAsync);

    private static readonly GraphFormat[] All =
    [
        Json,
        new("jsonld", "application/ld+json", "jsonld", "RDF; every fact a node with its evidence.", JsonLdFormat.WriteAsync) { IsAbsolute = true },
        new("turtle", "text/turtle", "ttl", "the same triples.", TurtleFormat.WriteAsync) { IsAbsolute = true },
        new("ntriples", "application/n-triples", "nt", "the same triples, one a line.", NTriplesFormat.WriteAsync) { IsAbsolute = true },
        new("graphml", "application/graphml+xml", "graphml", "for Gephi, yEd, NetworkX.", GraphMlFormat.WriteAsync),
        new("cytoscape", "application/vnd.cytoscape+json", "cyjs", "elements for Cytoscape.", CytoscapeFormat.WriteAsync),
        new("csv", "text/csv", "csv", "one table, see `table`.", CsvFormat.WriteAsync),
        new("ndjson", "application/x-ndjson", "ndjson", "the pack, a record a line; `import` reads it back.", NdjsonFormat.WriteAsync),
        new("dot", "text/vnd.graphviz", "gv", "for Graphviz.", DotFormat.WriteAsync),
        new("mermaid", "text/vnd.mermaid", "mmd", "a flowchart.", Pictures.WriteMermaidAsync) { IsPicture = true },
        new("svg", "image/svg+xml", "svg", "a picture.", Pictures.WriteSvgAsync) { IsPicture = true },
    ];

    public static readonly Offers Offers = new(All);

    /// <summary><c>format</c> and <c>table</c>.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        Offers.Parameter,
        new()
        {
            Name = "table",
            Description = "Which table of `csv`.",
            Allowed = CsvFormat.Tables,
            Many = false,
            Default = CsvFormat.Tables[0],
            Apply = (context, values) => context.Query.Table = values[0],
        },
    ];

    /// <summary>The format that a request asks for; the pipeline has refused those that are not to be had.</summary>
    public static GraphFormat Chosen(HttpContext context) => (GraphFormat)(Offers.Choose(context.Request) ?? Json);

    /// <summary>A view in the format that the request asks for, as a file; or, where it is more than a picture shows, a problem.</summary>
    public static IResult Answer(HttpContext context, GraphView view, Query query)
    {
        var format = Chosen(context);
        if (format.IsPicture && (view.NodeCount > MostNodes || view.EdgeCount > MostEdges))
        {
            return Problem.TooLarge.With(
                $"{format.Name} draws {MostNodes} nodes and {MostEdges} edges at most, and this has {view.NodeCount} and {view.EdgeCount}. "
                + "Draw a part: /api/v1/graph/subgraph?roots=ID, with a smaller depth or limit; or take another format.");
        }
        var target = new Target(context.PublicAddress(), query.Table ?? CsvFormat.Tables[0]);
        var table = format.Name == "csv" ? $"-{target.Table}" : "";
        return new StreamResult(view.Graph, 0, format.MediaType, output => format.Write(view, output, target))
        {
            FileName = FormattableString.Invariant($"{view.Name}-r{view.Graph.Revision}{table}.{format.Extension}"),
            Inline = format.IsPicture || format == Json,
            Decisive = format.IsAbsolute ? target.Address : "",
        };
    }
}
