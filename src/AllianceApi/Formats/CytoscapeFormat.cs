using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Formats;

/// <summary>Elements as Cytoscape.js and Cytoscape read them. Classes say what a style may want to tell apart.</summary>
internal static class CytoscapeFormat
{
    public static async Task WriteAsync(GraphView view, Utf8Output output, Target target)
    {
        output.Write("{\"format_version\":\"1.0\",\"data\":{\"name\":");
        output.Json(view.Name);
        output.Write(FormattableString.Invariant($",\"revision\":{view.Graph.Revision}}},\"elements\":{{\"nodes\":["));
        var separator = "\n";
        foreach (var row in view.Nodes)
        {
            output.Write(separator);
            separator = ",\n";
            Element(output, view.Kind(row).Id, Node(view, row));
            await output.SendAsync();
        }
        output.Write("],\"edges\":[");
        separator = "\n";
        foreach (var row in view.Edges)
        {
            output.Write(separator);
            separator = ",\n";
            var fact = view.Fact(row);
            Element(output, string.Join(' ', Labels.ClassesOf(fact)), Edge(view, fact), ("negated", fact.Negated), ("contested", fact.Contested));
            await output.SendAsync();
        }
        output.Write("]}}\n");
    }

    private static IEnumerable<(string, string?)> Node(GraphView view, int row)
    {
        var entity = view.Entity(row);
        return
        [
            ("id", entity.Id), ("name", entity.Name), ("kind", view.Kind(row).Id), ("summary", entity.Summary),
            ("href", view.Kind(row).PathOf(entity.Id)),
            // Cytoscape keeps of data only what has one value a name; members may not take the names that it knows.
            .. view.TypedOf(row).Select(pair => ($"{pair.Field.Name}", (string?)string.Join("; ", pair.Values))),
        ];
    }

    private static IEnumerable<(string, string?)> Edge(GraphView view, FactRow fact) =>
    [
        ("id", view.Graph.IdOf(fact)), ("source", view.Id(fact.Subject)), ("target", view.Id(fact.Object)),
        ("predicate", fact.Name), ("interaction", fact.Name), ("label", fact.Predicate!.Predicate.Label),
        ("standing", Fragments.Word(fact.Strength.Standing)), ("modality", Fragments.Word(fact.Strength.Modality)),
        ("validFrom", fact.Period?.From?.ToString()), ("validTo", fact.Period?.To?.ToString()),
        ("attributedTo", string.Join(' ', view.BearersOf(fact))), ("statements", string.Join(' ', view.StatementsOf(fact))),
    ];

    private static void Element(Utf8Output output, string classes, IEnumerable<(string Name, string? Value)> data, params (string Name, bool Value)[] flags)
    {
        output.Write("{\"data\":{");
        var separator = "";
        foreach (var (name, value) in data.Where(pair => !string.IsNullOrEmpty(pair.Value)))
        {
            output.Write($"{separator}\"{name}\":");
            output.Json(value!);
            separator = ",";
        }
        foreach (var (name, value) in flags)
            output.Write($",\"{name}\":{(value ? "true" : "false")}");
        output.Write("},\"classes\":");
        output.Json(classes);
        output.Write("}");
    }
}
