namespace AllianceApi.Formats.Rdf;

/// <summary>A subject's value in RDF: an IRI, or a literal with its datatype (null for plain text).</summary>
internal readonly record struct Term(string Value, bool IsIri, string? Datatype)
{
    public static Term Iri(string iri) => new(iri, IsIri: true, Datatype: null);

    /// <summary>Readers refuse the two code points that are no characters: they are replaced.</summary>
    public static Term Text(string text) => new(text.Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD'), IsIri: false, Datatype: null);

    public static Term Of(bool value) => new(value ? "true" : "false", IsIri: false, Names.Xsd + "boolean");

    public static Term Of(long value) => new(value.ToString(System.Globalization.CultureInfo.InvariantCulture), IsIri: false, Names.Xsd + "integer");

    /// <summary>A partial date, typed by how much of it is known.</summary>
    public static Term Date(string date) => new(date, IsIri: false, Names.Xsd + date.Length switch { 4 => "gYear", 7 => "gYearMonth", _ => "date" });
}

/// <summary>Some triples of one subject.</summary>
internal sealed record Described(string Iri, IReadOnlyList<(string Predicate, Term Object)> Properties);

/// <summary>The namespaces of others.</summary>
internal static class Names
{
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public const string Rdfs = "http://www.w3.org/2000/01/rdf-schema#";
    public const string Owl = "http://www.w3.org/2002/07/owl#";
    public const string Xsd = "http://www.w3.org/2001/XMLSchema#";
    public const string Skos = "http://www.w3.org/2004/02/skos/core#";
    public const string Prov = "http://www.w3.org/ns/prov#";
    public const string Dcterms = "http://purl.org/dc/terms/";
    public const string Schema = "https://schema.org/";
    public const string Type = Rdf + "type";
}
