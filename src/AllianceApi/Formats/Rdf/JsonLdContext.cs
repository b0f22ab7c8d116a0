using System.Text.Json.Nodes;

namespace AllianceApi.Formats.Rdf;

/// <summary>The JSON-LD context: short names for the terms that exports use.</summary>
internal static class JsonLdContext
{
    public static JsonObject Of(Iris iris)
    {
        var context = new JsonObject { ["@version"] = 1.1 };
        foreach (var (prefix, name) in Prefixes(iris))
            context[prefix] = new JsonObject { ["@id"] = name, ["@prefix"] = true };
        foreach (var (name, iri, isLink) in Terms(iris))
            context[name] = isLink ? new JsonObject { ["@id"] = iri, ["@type"] = "@id" } : iri;
        return new JsonObject { ["@context"] = context };
    }

    /// <summary>Longer namespaces come before those that they begin with.</summary>
    public static IEnumerable<(string Prefix, string Namespace)> Prefixes(Iris iris) => iris.Prefixes.Append(("api", iris.Base));

    /// <summary>Our own terms, and those of others that exports use.</summary>
    public static IEnumerable<(string Name, string Iri, bool IsLink)> Terms(Iris iris)
    {
        foreach (var term in OwnTerms.All)
            yield return (term.Name, iris.Term(term.Name), term.IsLink);
        (string Name, string Iri, bool IsLink)[] others =
        [
            ("prefLabel", Names.Skos + "prefLabel", false),
            ("altLabel", Names.Skos + "altLabel", false),
            ("definition", Names.Skos + "definition", false),
            ("sameAs", Names.Schema + "sameAs", true),
            ("label", Names.Rdfs + "label", false),
            ("title", Names.Dcterms + "title", false),
            ("language", Names.Dcterms + "language", false),
            ("isPartOf", Names.Dcterms + "isPartOf", true),
            ("text", Names.Schema + "text", false),
            ("domainIncludes", Names.Schema + "domainIncludes", true),
            ("rangeIncludes", Names.Schema + "rangeIncludes", true),
            ("subject", Names.Rdf + "subject", true),
            ("predicate", Names.Rdf + "predicate", true),
            ("object", Names.Rdf + "object", false),
            ("wasDerivedFrom", Names.Prov + "wasDerivedFrom", true),
            ("wasAttributedTo", Names.Prov + "wasAttributedTo", true),
        ];
        foreach (var other in others)
            yield return other;
    }
}
