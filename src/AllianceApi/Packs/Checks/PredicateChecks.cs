using AllianceApi.Graph;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs.Checks;

/// <summary>What predicates must be, those that the argument map is made of in particular.</summary>
internal static class PredicateChecks
{
    private static readonly Predicate[] OfTheArgumentMap =
    [
        new() { Id = "position-in", Label = "", Definition = "", Domain = ["position"], Range = ["debate"] },
        new() { Id = "holds", Label = "", Definition = "", Domain = ["actor"], Range = ["position"], InverseId = "held-by" },
        new() { Id = "argues-for", Label = "", Definition = "", Domain = ["argument"], Range = ["position"] },
        new() { Id = "answers", Label = "", Definition = "", Domain = ["argument"], Range = ["argument"] },
    ];

    public static void Run(PackContext pack)
    {
        foreach (var (predicate, node) in pack.Draft.Predicates)
        {
            CheckInverse(pack, predicate, node);
            CheckExcludes(pack, predicate, node);
            CheckArgumentMap(pack, predicate, node);
        }
    }

    private static void CheckInverse(PackContext pack, Predicate predicate, PackMapping node)
    {
        if (predicate.Symmetric && node["inverse"] is { } inverse)
            pack.Report(inverse, $"'{predicate.Id}' is symmetric and has an inverse.", "Take the inverse out: it reads the same from either end.");
        if (!predicate.Symmetric && node["inverse"] is null)
            pack.Report(node, $"'{predicate.Id}' has no inverse.",
                "Add 'inverse: { id: ..., label: ... }', or 'symmetric: true' where it says the same from either end.");
        if (predicate.Symmetric && !predicate.Domain.ToHashSet(StringComparer.Ordinal).SetEquals(predicate.Range))
            pack.Report(node["range"] ?? node, $"'{predicate.Id}' is symmetric, and its domain and range differ.", "Give both the same kinds.");
    }

    private static void CheckExcludes(PackContext pack, Predicate predicate, PackMapping node)
    {
        for (var i = 0; i < predicate.Excludes.Count; i++)
        {
            var (other, place) = (predicate.Excludes[i], PackRecords.Items(node["excludes"])[i]);
            if (other.Length == 0)
                continue;
            if (other == predicate.Id)
                pack.Report(place, $"'{other}' excludes itself.", "Name another predicate, or take it out.");
            else if (pack.Inverses.TryGetValue(other, out var inverse))
                pack.Report(place, $"'{other}' is the inverse of '{inverse.Id}'.", "Predicates exclude one another in the direction of their own ids.");
            else if (pack.Predicate(other) is null)
                pack.Report(place, $"unknown predicate '{other}'.",
                    pack.Suggest(other, () => pack.Predicates.Keys.Concat(pack.Known.Predicates.Keys), "Name a predicate that is there, or add it."));
        }
    }

    private static void CheckArgumentMap(PackContext pack, Predicate predicate, PackMapping node)
    {
        if (OfTheArgumentMap.FirstOrDefault(known => known.Id == predicate.Id) is not { } known)
            return;
        Same(pack, node["domain"] ?? node, predicate.Domain, known.Domain, $"the domain of '{known.Id}'");
        Same(pack, node["range"] ?? node, predicate.Range, known.Range, $"the range of '{known.Id}'");
        if (known.InverseId is { } inverse && predicate.InverseId is { } given && given != inverse)
            pack.Report(node.At("inverse.id"), $"the inverse of '{known.Id}' is '{inverse}'.", $"Write '{inverse}': argument maps are made by it.");
    }

    private static void Same(PackContext pack, PackNode place, List<string> given, List<string> known, string what)
    {
        if (given.Count > 0 && !given.SequenceEqual(known))
            pack.Report(place, $"{what} is [{string.Join(", ", known)}].", "Argument maps are made by it: keep it, or take another predicate.");
    }
}
