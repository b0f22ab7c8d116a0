using AllianceApi.Http;

namespace AllianceApi.Formats.Rdf;

/// <summary>Triples in JSON-LD over the context that is served, a subject a line.</summary>
internal static class JsonLdFormat
{
    public static async Task WriteAsync(GraphView view, Utf8Output output, Target target)
    {
        var iris = new Iris(target.Address);
        var compact = new Compact(iris);
        output.Write("{\"@context\":");
        output.Json(iris.Context);
        output.Write(",\"@graph\":[");
        var separator = "\n";
        foreach (var described in new Triples(view, iris).All())
        {
            output.Write(separator);
            separator = ",\n";
            Write(output, compact, described);
            await output.SendAsync();
        }
        output.Write("\n]}\n");
    }

    private static void Write(Utf8Output output, Compact compact, Described described)
    {
        output.Write("{\"@id\":");
        output.Json(compact.Record(described.Iri));
        foreach (var property in described.Properties.GroupBy(pair => pair.Predicate))
        {
            output.Write(",");
            output.Json(property.Key == Names.Type ? "@type" : compact.Property(property.Key));
            output.Write(":");
            var values = property.Select(pair => pair.Object).ToList();
            if (values.Count > 1)
                output.Write("[");
            for (var i = 0; i < values.Count; i++)
            {
                if (i > 0)
                    output.Write(",");
                Write(output, compact, property.Key, values[i]);
            }
            if (values.Count > 1)
                output.Write("]");
        }
        output.Write("}");
    }

    private static void Write(Utf8Output output, Compact compact, string property, Term value)
    {
        if (property == Names.Type)
            output.Json(compact.Property(value.Value));
        else if (compact.IsLink(property))
            output.Json(compact.Record(value.Value));
        else if (value.IsIri)
            Wrapped(output, "@id", compact.Record(value.Value), null);
        else if (value.Datatype is Names.Xsd + "boolean" or Names.Xsd + "integer")
            output.Write(value.Value);
        else if (value.Datatype is null)
            output.Json(value.Value);
        else
            Wrapped(output, "@value", value.Value, compact.Property(value.Datatype));
    }

    private static void Wrapped(Utf8Output output, string key, string value, string? type)
    {
        output.Write($"{{\"{key}\":");
        output.Json(value);
        if (type is not null)
        {
            output.Write(",\"@type\":");
            output.Json(type);
        }
        output.Write("}");
    }
}

/// <summary>Shortens IRIs by the terms and prefixes of our context.</summary>
internal sealed class Compact(Iris iris)
{
    private readonly IReadOnlyList<(string Prefix, string Namespace)> _prefixes = [.. JsonLdContext.Prefixes(iris)];
    private readonly Dictionary<string, string> _terms = JsonLdContext.Terms(iris).ToDictionary(term => term.Iri, term => term.Name);
    private readonly HashSet<string> _links = [.. JsonLdContext.Terms(iris).Where(term => term.IsLink).Select(term => term.Iri)];

    /// <summary>Whether its values are IRIs by the context.</summary>
    public bool IsLink(string property) => _links.Contains(property);

    /// <summary>A property, class or datatype.</summary>
    public string Property(string iri) => _terms.TryGetValue(iri, out var term) ? term : Record(iri);

    /// <summary>An IRI as a value: never a term, which only properties and classes may be.</summary>
    public string Record(string iri)
    {
        foreach (var (prefix, name) in _prefixes)
        {
            if (iri.StartsWith(name, StringComparison.Ordinal) && iri.Length > name.Length && !iri.AsSpan(name.Length).StartsWith("//"))
                return $"{prefix}:{iri[name.Length..]}";
        }
        return iri;
    }
}
