using AllianceApi.Graph;
using AllianceApi.Kinds;

namespace AllianceApi.Packs;

/// <summary>
/// Works out what loading a pack changes. A pack is the whole of its documents: what they no longer have goes, then what nothing mentions any more.
/// </summary>
internal sealed class PackImport(Snapshot graph, Pack pack)
{
    private readonly HashSet<string> _documents = [.. pack.Documents.Select(document => document.Id)];

    /// <summary>What the graph knows, to which a pack may refer.</summary>
    public static Known KnownIn(Snapshot graph) => new()
    {
        KindOf = id => graph.FindEntity(id) is { } row ? graph.Entities[row].Kind : null,
        EntityIds = graph.EntityRows.Ids,
        Names = graph.Entities.SelectMany(entity => entity.Aliases.Prepend(entity.Name)),
        Predicates = graph.Schema.Predicates.ToDictionary(row => row.Id, row => row.Predicate),
        Document = id => graph.FindDocument(id) is { } row ? graph.Documents[row].Document : null,
        DocumentIds = graph.Documents.Select(document => document.Id),
        DocumentOfStatement = id => graph.FindStatement(id) is { } row ? graph.Documents[graph.Statements[row].Document].Id : null,
        IsMentionedBeside = (id, documents) => graph.FindEntity(id) is { } row
            && graph.Entities[row].Statements.Any(statement => !documents.Contains(graph.Documents[graph.Statements[statement].Document].Id)),
    };

    /// <summary>The change that makes the graph what the pack says, or why it cannot be made.</summary>
    public (ChangeSet Changes, IReadOnlyList<PackProblem> Problems) Plan(string by, string note)
    {
        var problems = new List<PackProblem>();
        var changes = new ChangeSet { By = by, Note = note, IsLoad = true };
        changes.Documents.AddRange(pack.Documents.Where(document => graph.FindDocument(document.Id) is not { } row || !SameRecord.As(graph.Documents[row].Document, document)));
        changes.Predicates.AddRange(pack.Predicates.Where(predicate => IsNew(predicate, problems)));
        changes.Entities.AddRange(pack.Entities.Where(entity => IsNew(entity, problems)));
        changes.Statements.AddRange(pack.Statements.Where(statement => graph.FindStatement(statement.Id) is not { } row || !SameRecord.As(graph.StatementOf(graph.Statements[row]), statement)));
        AddDeletions(changes);
        return (changes, problems);
    }

    private bool IsNew(Predicate predicate, List<PackProblem> problems)
    {
        if (graph.Schema.Find(predicate.Id)?.Predicate is not { } known)
            return true;
        if (SameRecord.As(known, predicate))
            return false;
        if (Elsewhere().Any(statement => statement.Facts.Any(fact => !fact.IsAttribute && fact.Name == predicate.Id)))
            problems.Add(pack.Problem(PackRecord.Predicate, predicate.Id, $"The predicate '{predicate.Id}' is used by another document and has other members there.", "Give it the same members, or another id."));
        return true;
    }

    /// <summary>An entity that another document mentions may only gain aliases and identifiers.</summary>
    private bool IsNew(Entity entity, List<PackProblem> problems)
    {
        if (graph.FindEntity(entity.Id) is not { } row)
            return true;
        var known = graph.Entities[row].ToEntity();
        if (graph.Entities[row].Statements.Any(statement => !_documents.Contains(graph.Documents[graph.Statements[statement].Document].Id)))
        {
            entity.Aliases = [.. known.Aliases.Union(entity.Aliases, StringComparer.Ordinal)];
            entity.SameAs = [.. known.SameAs.Union(entity.SameAs, StringComparer.Ordinal)];
            if (!SameRecord.As(known, With(entity, known.Aliases, known.SameAs)))
                problems.Add(pack.Problem(PackRecord.Entity, entity.Id, $"The entity '{entity.Id}' is known from another document and has other members there.", "Give it the same name, summary and typed members; only aliases and sameAs may grow."));
        }
        return !SameRecord.As(known, entity);
    }

    private void AddDeletions(ChangeSet changes)
    {
        var before = graph.Statements.Select(graph.StatementOf).Where(statement => _documents.Contains(statement.Document)).ToList();
        if (before.Count == 0)
            return;
        var statements = pack.Statements.Select(statement => statement.Id).ToHashSet(StringComparer.Ordinal);
        changes.DeletedStatements.AddRange(before.Select(statement => statement.Id).Where(id => !statements.Contains(id)));

        var after = Elsewhere().Concat(pack.Statements).ToList();
        var mentioned = after.SelectMany(Mentioned).Concat(pack.Entities.Select(entity => entity.Id)).ToHashSet(StringComparer.Ordinal);
        changes.DeletedEntities.AddRange(before.SelectMany(Mentioned).Distinct(StringComparer.Ordinal).Where(id => !mentioned.Contains(id)).Order(StringComparer.Ordinal));

        var used = after.SelectMany(Predicates).Concat(pack.Predicates.Select(predicate => predicate.Id)).ToHashSet(StringComparer.Ordinal);
        changes.DeletedPredicates.AddRange(before.SelectMany(Predicates).Distinct(StringComparer.Ordinal).Where(id => !used.Contains(id)).Order(StringComparer.Ordinal));
    }

    private IEnumerable<Statement> Elsewhere() => graph.Statements.Select(graph.StatementOf).Where(statement => !_documents.Contains(statement.Document));

    private static IEnumerable<string> Mentioned(Statement statement) => statement.AttributedTo
        .Concat(statement.Facts.SelectMany(fact => fact.IsAttribute ? new[] { fact.Subject } : [fact.Subject, fact.Target]));

    private static IEnumerable<string> Predicates(Statement statement) => statement.Facts.Where(fact => !fact.IsAttribute).Select(fact => fact.Name);

    private static Entity With(Entity entity, List<string> aliases, List<string> sameAs)
    {
        var copy = Catalogue.Of(entity).Create();
        (copy.Id, copy.Name, copy.Summary, copy.SummaryEvidence) = (entity.Id, entity.Name, entity.Summary, entity.SummaryEvidence);
        (copy.Aliases, copy.SameAs) = (aliases, sameAs);
        foreach (var member in Catalogue.Of(entity).Members)
            member.Write(copy, member.Read(entity));
        return copy;
    }
}
