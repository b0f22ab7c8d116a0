using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Packs.Validators;
using AllianceApi.Packs.Yaml;
using AllianceApi.Shapes;

namespace AllianceApi.Packs.Checks;

/// <summary>A fact is made of what exists, in the direction of its predicate, between kinds that the predicate takes.</summary>
internal static class FactChecks
{
    private static readonly string[] Bounds = ["validFrom", "validTo"];

    public static void Run(PackContext pack)
    {
        foreach (var statement in pack.Draft.Statements)
        {
            var seen = new Dictionary<Fact, bool>();
            foreach (var placed in PlacedFact.Of(statement))
            {
                CheckTime(pack, placed);
                if (!placed.IsWhole)
                    continue;
                CheckOnce(pack, placed, seen);
                if (placed.Fact.IsAttribute)
                    CheckAttribute(pack, placed);
                else
                    RelationChecks.Check(pack, placed);
            }
        }
    }

    private static void CheckOnce(PackContext pack, PlacedFact placed, Dictionary<Fact, bool> seen)
    {
        var fact = placed.Fact with { Negated = false };
        if (seen.TryAdd(fact, placed.Fact.Negated))
            return;
        if (seen[fact] == placed.Fact.Negated)
            pack.Report(placed.Node, "the statement has this fact twice.", "Keep one of them.");
        else
            pack.Report(placed.Node, "the statement asserts and denies the same.", "Make two statements, or take one of the facts out.");
    }

    private static void CheckTime(PackContext pack, PlacedFact placed)
    {
        foreach (var bound in Bounds)
        {
            if (placed.Time(bound) is { } node)
                CheckDate(pack, PackRecords.Text(node), () => node);
        }
        if (placed.Fact is { ValidFrom: { } from, ValidTo: { } to } && from.First > to.Last)
            pack.Report(placed.Time("validTo")!, $"the fact ends in {to}, before it begins in {from}.", "Exchange the dates, or mend one of them.");
    }

    private static void CheckDate(PackContext pack, string text, Func<PackNode> place)
    {
        if (text.Length > 0 && !PartialDate.TryParse(text, null, out _))
            pack.Report(place(), $"'{TextRules.Short(text)}' is no date.", PartialDate.Form);
    }

    private static void CheckAttribute(PackContext pack, PlacedFact placed)
    {
        var fact = placed.Fact;
        if (fact.Negated)
            pack.Report(placed.Node, $"'{fact.Name}' is an attribute, and attributes are not denied.", "Deny a relation, or assert what the attribute is.");
        if (TextRules.Fault(fact.Target, Limits.Text) is var (message, mend))
            pack.Report(placed.Target, message, mend);
        if (!pack.IsEntity(fact.Subject, () => placed.Subject) || pack.KindOf(fact.Subject) is not { } kind)
            return;
        if (kind.Attribute(fact.Name) is not { } attribute)
            pack.Report(placed.Name, $"{Words.A(kind.Id)} has no attribute '{fact.Name}'.", AttributesOf(kind));
        else if (attribute.Type is FieldType.Date)
            CheckDate(pack, fact.Target, () => placed.Target);
    }

    private static string AttributesOf(Kind kind) => kind.Attributes.Count == 0 ? "It has none."
        : $"It has {string.Join(", ", kind.Attributes.Select(attribute => $"'{attribute.Name}'"))}.";
}
