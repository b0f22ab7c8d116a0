using AllianceApi.Graph;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs.Checks;

/// <summary>A statement cites passages of one document, says something, and is in somebody's voice.</summary>
internal static class StatementChecks
{
    private static readonly string[] Bearers = ["argument", "position", "actor"];

    public static void Run(PackContext pack)
    {
        foreach (var placed in pack.Draft.Statements)
        {
            var statement = placed.Record;
            CheckDocument(pack, placed);
            CheckVoice(pack, placed);
            if (statement.Asserts.Count + statement.Denies.Count == 0)
                pack.Report(placed.At("id"), $"the statement '{statement.Id}' asserts and denies nothing.",
                    "Add the facts that it supports under 'asserts' or 'denies', or take it out.");
        }
    }

    private static void CheckDocument(PackContext pack, Placed<Statement> placed)
    {
        var statement = placed.Record;
        if (pack.DocumentOf(statement) is { Length: > 0 } document)
        {
            statement.Document = document;
            CheckPassages(pack, placed);
            return;
        }
        pack.Report(placed.At("id"), $"the statement '{statement.Id}' does not say of which document its passages are.",
            pack.Documents.Count == 0 ? "The pack has no document: add one, or name a loaded one by 'document: ...'."
            : $"Add 'document: ...': {Words.Or([.. pack.Documents.Keys])}.");
    }

    private static void CheckPassages(PackContext pack, Placed<Statement> placed)
    {
        var statement = placed.Record;
        if (pack.Locators(statement.Document) is not { } locators)
        {
            pack.Report(placed.At("document"), $"unknown document '{statement.Document}'.",
                pack.Suggest(statement.Document, () => pack.Documents.Keys.Concat(pack.Known.DocumentIds), "Load the document first."));
            return;
        }
        for (var i = 0; i < statement.Passages.Count; i++)
        {
            var locator = statement.Passages[i];
            if (locator.Length > 0 && !locators.Contains(locator))
                NoPassage(pack, statement, locator, PackRecords.Items(placed.Node["passages"])[i], locators);
        }
    }

    private static void NoPassage(PackContext pack, Statement statement, string locator, PackNode place, IReadOnlySet<string> locators)
    {
        var other = pack.Documents.Keys.Concat(pack.Known.DocumentIds).FirstOrDefault(document => pack.Locators(document)?.Contains(locator) == true);
        if (other is not null)
            pack.Report(place, $"the passage '{locator}' is one of the document '{other}', not of '{statement.Document}'.",
                "A statement cites passages of one document: name that one, or make two statements.");
        else
            pack.Report(place, $"unknown passage '{locator}' of the document '{statement.Document}'.",
                pack.Suggest(locator, () => locators, "Name a passage by its locator."));
    }

    private static void CheckVoice(PackContext pack, Placed<Statement> placed)
    {
        var statement = placed.Record;
        CheckStanding(pack, placed);
        for (var i = 0; i < statement.AttributedTo.Count; i++)
        {
            var (bearer, index) = (statement.AttributedTo[i], i);
            if (bearer.Length > 0 && pack.IsEntity(bearer, Place) && pack.KindOf(bearer) is { } kind && !Bearers.Contains(kind.Id, StringComparer.Ordinal))
                pack.Report(Place(), $"'{bearer}' is {Words.A(kind.Id)}, and holds no views.", "Attribute to an argument, else a position, else an actor.");

            PackNode Place() => PackRecords.Items(placed.Node["attributedTo"])[index];
        }
    }

    /// <summary>What was read without a tree does not say its standing.</summary>
    private static void CheckStanding(PackContext pack, Placed<Statement> placed)
    {
        if (!placed.HasTree)
            return;
        var standing = PackRecords.Text(placed.Node["standing"]);
        if (standing == "attributed" && placed.Record.AttributedTo.Count == 0)
            pack.Report(placed.At("standing"), "attributed, and to nobody.", "Name whose view it is: 'attributedTo: [...]'.");
        if (standing == "stated" && placed.Record.AttributedTo.Count > 0)
            pack.Report(placed.At("standing"), "stated, and attributed to somebody.", "Take one of them out: 'attributedTo' makes it attributed.");
    }
}
