namespace AllianceApi.Formats.Rdf;

/// <summary>Our vocabulary in Turtle, each term with its documentation.</summary>
internal static class Vocabulary
{
    public static string Turtle(string address)
    {
        var iris = new Iris(address);
        using var text = new StringWriter();
        var turtle = new TurtleWriter(text, iris);
        turtle.Write(new Described(iris.Vocabulary,
        [
            (Names.Type, Term.Iri(Names.Owl + "Ontology")),
            (Names.Dcterms + "title", Term.Text("The vocabulary of the Alliance API")),
            (Names.Rdfs + "comment", Term.Text("What the RDF exports of the graph say in terms of their own. Relation types are data of the graph, and described in its exports.")),
        ]));
        foreach (var term in OwnTerms.All)
            turtle.Write(Of(iris, term));
        return text.ToString();
    }

    private static Described Of(Iris iris, OwnTerm term)
    {
        string? above = term.Of is null ? null : term.Of.Contains(':', StringComparison.Ordinal) ? term.Of : iris.Term(term.Of);
        List<(string, Term)> properties = [(Names.Type, Term.Iri(TypeOf(term) ?? above!))];
        if (above is not null && term.Sort != TermSort.Value)
            properties.Add((Names.Rdfs + (term.Sort == TermSort.Class ? "subClassOf" : "subPropertyOf"), Term.Iri(above)));
        properties.Add((Names.Rdfs + "label", Term.Text(term.Name)));
        properties.Add((Names.Rdfs + "comment", Term.Text(term.Description)));
        properties.Add((Names.Rdfs + "isDefinedBy", Term.Iri(iris.Vocabulary)));
        return new Described(iris.Term(term.Name), properties);
    }

    private static string? TypeOf(OwnTerm term) => term.Sort switch
    {
        TermSort.Class => Names.Rdfs + "Class",
        TermSort.Property => Names.Rdf + "Property",
        _ => null,
    };
}
