using AllianceApi.Kinds;

namespace AllianceApi.Packs.Checks;

/// <summary>Nothing is in the graph without evidence: an entity is spoken of, its summary rests on statements, an argument argues and claims.</summary>
internal static class EntityChecks
{
    private const string ArguesFor = "argues-for";

    public static void Run(PackContext pack)
    {
        var (mentioned, arguing, claiming) = Roles(pack);
        foreach (var placed in pack.Draft.Entities)
        {
            var entity = placed.Record;
            CheckSummary(pack, placed);
            if (entity.Id.Length == 0 || pack.Known.IsMentionedBeside(entity.Id, pack.DocumentIds))
                continue;
            // The form asks for evidence of the summary; who has none is told of both.
            if (!mentioned.Contains(entity.Id) && entity.SummaryEvidence.Count == 0)
                pack.Report(placed.At("id"), $"no statement mentions '{entity.Id}'.", "Name it in a fact or as a bearer, or take it out.");
            if (entity is not Argument)
                continue;
            if (!arguing.Contains(entity.Id))
                pack.Report(placed.At("id"), $"the argument '{entity.Id}' argues for no position.", $"Assert [{entity.Id}, {ArguesFor}, ...].");
            if (!claiming.Contains(entity.Id))
                pack.Report(placed.At("id"), $"no statement is attributed to the argument '{entity.Id}': it claims nothing.",
                    $"Add a statement with 'attributedTo: [{entity.Id}]' that says what it claims.");
        }
    }

    /// <summary>The entities that are ends of facts or bearers; those that argue for something; the bearers.</summary>
    private static (HashSet<string> Mentioned, HashSet<string> Arguing, HashSet<string> Claiming) Roles(PackContext pack)
    {
        var (mentioned, arguing, claiming) = (NewSet(), NewSet(), NewSet());
        foreach (var statement in pack.Draft.Statements.Select(placed => placed.Record))
        {
            claiming.UnionWith(statement.AttributedTo);
            foreach (var fact in statement.Facts)
            {
                mentioned.Add(fact.Subject);
                if (!fact.IsAttribute)
                    mentioned.Add(fact.Target);
                if (fact is { Name: ArguesFor, Negated: false })
                    arguing.Add(fact.Subject);
            }
        }
        mentioned.UnionWith(claiming);
        return (mentioned, arguing, claiming);
    }

    private static void CheckSummary(PackContext pack, Placed<Entity> placed)
    {
        var entity = placed.Record;
        for (var i = 0; i < entity.SummaryEvidence.Count; i++)
        {
            var id = entity.SummaryEvidence[i];
            if (id.Length > 0 && !pack.HasStatement(id))
            {
                pack.Report(PackRecords.Items(placed.Node["summaryEvidence"])[i], $"unknown statement '{id}'.",
                    pack.Suggest(id, () => pack.Statements.Keys, "Name a statement that the summary rests on."));
            }
        }
    }

    private static HashSet<string> NewSet() => new(StringComparer.Ordinal);
}
