using AllianceApi.Kinds;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs.Checks;

/// <summary>A relation's predicate is its own, and its ends are what the predicate takes.</summary>
internal static class RelationChecks
{
    public static void Check(PackContext pack, PlacedFact placed)
    {
        var fact = placed.Fact;
        if (pack.Predicate(fact.Name) is not { } predicate)
        {
            NoPredicate(pack, placed);
            // The ends are looked at all the same, unless the name says that the object is a literal.
            pack.IsEntity(fact.Subject, () => placed.Subject);
            if (ReservedNames.MeaningOf(fact.Name) is null)
                pack.IsEntity(fact.Target, () => placed.Target);
            return;
        }
        var ends = pack.IsEntity(fact.Subject, () => placed.Subject) & pack.IsEntity(fact.Target, () => placed.Target);
        if (!ends)
            return;
        if (fact.Subject == fact.Target)
            pack.Report(placed.Node, $"'{fact.Subject}' is related to itself.", "A relation has two ends: name the other one.");
        else if (predicate.Symmetric && string.CompareOrdinal(fact.Subject, fact.Target) > 0)
            pack.Report(placed.Node, $"'{predicate.Id}' is symmetric, and its ends are in the wrong order.",
                $"The lesser id comes first: [{fact.Target}, {predicate.Id}, {fact.Subject}].");
        CheckKind(pack, () => placed.Subject, fact.Subject, predicate.Domain, $"the subject of '{predicate.Id}'");
        CheckKind(pack, () => placed.Target, fact.Target, predicate.Range, $"the object of '{predicate.Id}'");
    }

    private static void NoPredicate(PackContext pack, PlacedFact placed)
    {
        var fact = placed.Fact;
        if (pack.Inverses.TryGetValue(fact.Name, out var predicate))
            pack.Report(placed.Name, $"'{fact.Name}' is the inverse of '{predicate.Id}'.", $"Write [{fact.Target}, {predicate.Id}, {fact.Subject}].");
        else if (ReservedNames.MeaningOf(fact.Name) is { } meaning)
            pack.Report(placed.Name, $"'{fact.Name}' is {meaning}, not a predicate or an attribute.",
                "Members stand with the entity; facts take a predicate or an attribute.");
        else
            pack.Report(placed.Name, $"unknown predicate '{fact.Name}'.", pack.Suggest(fact.Name, () => Names(pack), "Add it to the predicates that you send."));
    }

    /// <summary>What may stand in the middle of a fact, inverses too: who means one is told to turn it round next.</summary>
    private static IEnumerable<string> Names(PackContext pack) => pack.Predicates.Keys
        .Concat(pack.Known.Predicates.Keys)
        .Concat(pack.Inverses.Keys)
        .Concat(Catalogue.Kinds.SelectMany(kind => kind.Attributes).Select(attribute => attribute.Name));

    private static void CheckKind(PackContext pack, Func<PackNode> place, string entity, List<string> allowed, string role)
    {
        if (pack.KindOf(entity) is { } kind && allowed.Count > 0 && !allowed.Contains(kind.Id, StringComparer.Ordinal))
            pack.Report(place(), $"'{entity}' is {Words.A(kind.Id)}; {role} is {Words.A(Words.Or(allowed))}.",
                "Take another predicate, or widen this one where its definition allows it.");
    }
}
