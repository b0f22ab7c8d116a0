using AllianceApi.Http;

namespace AllianceApi.Formats.Rdf;

/// <summary>Triples in Turtle, a subject a block.</summary>
internal static class TurtleFormat
{
    public static async Task WriteAsync(GraphView view, Utf8Output output, Target target)
    {
        var iris = new Iris(target.Address);
        var turtle = new TurtleWriter(output, iris);
        foreach (var described in new Triples(view, iris).All())
        {
            turtle.Write(described);
            await output.SendAsync();
        }
    }
}

/// <summary>Triples in N-Triples, one a line.</summary>
internal static class NTriplesFormat
{
    public static async Task WriteAsync(GraphView view, Utf8Output output, Target target)
    {
        foreach (var described in new Triples(view, new Iris(target.Address)).All())
        {
            foreach (var (predicate, value) in described.Properties)
            {
                output.Write($"<{described.Iri}> <{predicate}> ");
                Write(output, value);
                output.Write(" .\n");
            }
            await output.SendAsync();
        }
    }

    private static void Write(Utf8Output output, Term term)
    {
        if (term.IsIri)
        {
            output.Write($"<{term.Value}>");
            return;
        }
        TurtleWriter.Literal(output, term.Value);
        if (term.Datatype is { } datatype)
            output.Write($"^^<{datatype}>");
    }
}
