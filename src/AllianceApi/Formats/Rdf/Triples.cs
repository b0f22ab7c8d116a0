using AllianceApi.Graph;
using AllianceApi.Kinds;

namespace AllianceApi.Formats.Rdf;

/// <summary>
/// A graph as triples, a record at a time, from which every syntax is written. Every fact is a statement node with its evidence;
/// one that the source states and asserts, and that nothing denies or contests, is a triple too.
/// </summary>
internal sealed class Triples(GraphView view, Iris iris)
{
    public IEnumerable<Described> All()
    {
        yield return Dataset();
        foreach (var row in view.Documents)
            yield return Document(view.Graph.Documents[row].Document);
        foreach (var row in view.Passages)
            yield return Passage(view.Graph.Passages[row]);
        foreach (var predicate in view.Predicates)
            yield return Predicate(predicate.Predicate);
        foreach (var row in view.Nodes)
            yield return Entity(row);
        foreach (var row in view.Edges.Concat(view.Attributes))
        {
            var fact = view.Fact(row);
            if (fact is { IsPlain: true, Contested: false })
                yield return new Described(iris.Entity(view, fact.Subject), [(iris.Property(fact), ObjectOf(fact))]);
            yield return Fact(fact);
        }
        foreach (var row in view.Statements)
            yield return Statement(view.Graph.Statements[row]);
    }

    private Described Dataset() => new($"{iris.Base}graph",
    [
        (Names.Type, Term.Iri(Names.Schema + "Dataset")),
        (Names.Schema + "name", Term.Text(view.Name)),
        (iris.Term("revision"), Term.Of(view.Graph.Revision)),
    ]);

    private Described Document(Document document) => new(iris.Document(document.Id),
    [
        (Names.Type, Term.Iri(iris.Term("Document"))),
        (Names.Dcterms + "title", Term.Text(document.Title)),
        (Names.Dcterms + "language", Term.Text(document.Language)),
        (iris.Term("sha256"), Term.Text(document.Sha256)),
    ]);

    private Described Passage(PassageRow row)
    {
        var (document, passage) = (view.Graph.Documents[row.Document].Id, row.Passage);
        return new Described(iris.Passage(document, passage.Locator),
        [
            (Names.Type, Term.Iri(iris.Term("Passage"))),
            (Names.Dcterms + "isPartOf", Term.Iri(iris.Document(document))),
            (iris.Term("locator"), Term.Text(passage.Locator)),
            (iris.Term("section"), Term.Text(passage.Section)),
            (iris.Term("start"), Term.Of(passage.Start)),
            (iris.Term("end"), Term.Of(passage.End)),
            (iris.Term("words"), Term.Of(passage.Words)),
            (iris.Term("sha256"), Term.Text(passage.Sha256)),
        ]);
    }

    private Described Predicate(Predicate predicate)
    {
        List<(string, Term)> properties =
        [
            (Names.Type, Term.Iri(Names.Rdf + "Property")),
            (Names.Rdfs + "label", Term.Text(predicate.Label)),
            (Names.Skos + "definition", Term.Text(predicate.Definition)),
        ];
        if (predicate.Symmetric)
            properties.Add((Names.Type, Term.Iri(Names.Owl + "SymmetricProperty")));
        if (predicate.SingleValued)
            properties.Add((iris.Term("singleValued"), Term.Of(true)));
        if (predicate.Transitive)
            properties.Add((iris.Term("transitive"), Term.Of(true)));
        if (predicate.InverseLabel is { } inverse)
            properties.Add((iris.Term("inverseLabel"), Term.Text(inverse)));
        properties.AddRange(predicate.Domain.Select(kind => (Names.Schema + "domainIncludes", Term.Iri(iris.Class(Catalogue.Find(kind)!)))));
        properties.AddRange(predicate.Range.Select(kind => (Names.Schema + "rangeIncludes", Term.Iri(iris.Class(Catalogue.Find(kind)!)))));
        properties.AddRange(predicate.Excludes.Select(excluded => (iris.Term("excludes"), Term.Iri(iris.Predicate(excluded)))));
        return new Described(iris.Predicate(predicate.Id), properties);
    }

    private Described Entity(int row)
    {
        var (entity, kind) = (view.Entity(row), view.Kind(row));
        List<(string, Term)> properties =
        [
            (Names.Type, Term.Iri(iris.Class(kind))),
            (Names.Skos + "prefLabel", Term.Text(entity.Name)),
            (Names.Skos + "definition", Term.Text(entity.Summary)),
        ];
        properties.AddRange(entity.Aliases.Select(alias => (Names.Skos + "altLabel", Term.Text(alias))));
        properties.AddRange(entity.SameAs.Select(url => (Names.Schema + "sameAs", Term.Iri(Iris.Safe(url)))));
        properties.AddRange(entity.SummaryEvidence.Select(statement => (iris.Term("summaryEvidence"), Term.Iri(iris.Statement(statement)))));
        foreach (var member in kind.Members)
        {
            if (member.Read(entity) is { } value)
                properties.Add((iris.Term(member.Name), Literal(member, value)));
        }
        return new Described(iris.Entity(view, row), properties);
    }

    private Described Fact(FactRow fact)
    {
        List<(string, Term)> properties =
        [
            (Names.Type, Term.Iri(Names.Rdf + "Statement")),
            (Names.Type, Term.Iri(iris.Term(fact.IsAttribute ? "Attribute" : "Relation"))),
            (Names.Rdf + "subject", Term.Iri(iris.Entity(view, fact.Subject))),
            (Names.Rdf + "predicate", Term.Iri(iris.Property(fact))),
            (Names.Rdf + "object", ObjectOf(fact)),
            (iris.Term("negated"), Term.Of(fact.Negated)),
            (iris.Term("contested"), Term.Of(fact.Contested)),
            .. Said(fact.Strength, fact.AttributedTo),
        ];
        if (fact.Period?.From is { } from)
            properties.Add((iris.Term("validFrom"), Term.Date(from.ToString())));
        if (fact.Period?.To is { } to)
            properties.Add((iris.Term("validTo"), Term.Date(to.ToString())));
        foreach (var statement in view.StatementsOf(fact))
            properties.AddRange(From("evidence", iris.Statement(statement)));
        return new Described(iris.Fact(view, fact), properties);
    }

    private Described Statement(StatementRow row)
    {
        var statement = view.Graph.StatementOf(row);
        List<(string, Term)> properties =
        [
            (Names.Type, Term.Iri(iris.Term("Statement"))),
            (Names.Schema + "text", Term.Text(statement.Text)),
            .. Said(row.Strength, row.AttributedTo),
        ];
        if (statement.Qualifier is { } qualifier)
            properties.Add((iris.Term("qualifier"), Term.Text(qualifier)));
        foreach (var locator in statement.Passages)
            properties.AddRange(From("passage", iris.Passage(statement.Document, locator)));
        return new Described(iris.Statement(statement.Id), properties);
    }

    private IEnumerable<(string, Term)> Said(Strength strength, int[] bearers)
    {
        yield return (iris.Term("standing"), Term.Iri(iris.Term(Fragments.Word(strength.Standing))));
        yield return (iris.Term("modality"), Term.Iri(iris.Term(Fragments.Word(strength.Modality))));
        foreach (var bearer in bearers)
        {
            yield return (iris.Term("attributedTo"), Term.Iri(iris.Entity(view, bearer)));
            // An argument is nobody: PROV attributes to agents.
            if (view.Kind(bearer).Class == typeof(Actor))
                yield return (Names.Prov + "wasAttributedTo", Term.Iri(iris.Entity(view, bearer)));
        }
    }

    private IEnumerable<(string, Term)> From(string property, string iri) =>
        [(iris.Term(property), Term.Iri(iri)), (Names.Prov + "wasDerivedFrom", Term.Iri(iri))];

    private Term ObjectOf(FactRow fact) => fact.Literal is not { } literal
        ? Term.Iri(iris.Entity(view, fact.Object))
        : view.Kind(fact.Subject).Attribute(literal.Name) is { } field ? Literal(field, literal.Value) : Term.Text(literal.Value);

    private static Term Literal(Field field, string value) => field.Type == FieldType.Date ? Term.Date(value) : Term.Text(value);
}
