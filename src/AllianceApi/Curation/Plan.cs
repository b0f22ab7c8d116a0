using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Curation;

/// <summary>What a write comes to: a refusal, or a change and what answers it.</summary>
internal sealed record Plan
{
    public IResult? Refusal { get; private init; }

    public Change? Change { get; private init; }

    /// <summary>Why, where the request does not say.</summary>
    public string Note { get; private init; } = "";

    /// <summary>Makes the answer of the graph as it is afterwards and of what was done.</summary>
    public Func<Snapshot, ChangeSet, Shown>? Show { get; private init; }

    public static Plan Of(Change change, string note, Func<Snapshot, ChangeSet, Shown> show) => new() { Change = change, Note = note, Show = show };

    public static Plan Refused(IResult refusal) => new() { Refusal = refusal };

    public static implicit operator Plan(ProblemResult refusal) => Refused(refusal);
}

/// <summary>What the answer to a write shows.</summary>
/// <param name="Path">Where a GET shows the same; null where it is shown nowhere else.</param>
/// <param name="Revision">The revision of the record, for the tag.</param>
/// <param name="Facts">The facts that the record has or is: which of them are contested is said in a header.</param>
internal sealed record Shown(int Status, string? Path, long Revision, Action<JsonBuffer> Write, IEnumerable<int> Facts)
{
    /// <summary>What was done to which record: the answer where no one record is shown.</summary>
    public static Shown Items(Snapshot after, ChangeSet changes, int status = StatusCodes.Status200OK) =>
        new(status, null, 0, json => json.Record(new ChangeResponse { Revision = after.Revision, Items = [.. ItemsOf(changes)] }), []);

    private static IEnumerable<ChangedRecord> ItemsOf(ChangeSet changes) =>
    [
        .. Of("predicate", "put", changes.Predicates.Select(predicate => predicate.Id)),
        .. Of("entity", "put", changes.Entities.Select(entity => entity.Id)),
        .. Of("statement", "put", changes.Statements.Select(statement => statement.Id)),
        .. Of("document", "put", changes.Documents.Select(document => document.Id)),
        .. changes.Merged.Order(StringComparer.Ordinal).Select(id => new ChangedRecord { Type = "entity", Id = id, Op = "merge", Into = changes.Successors[(RecordType.Entity, id)] }),
        .. Of("statement", "delete", changes.DeletedStatements),
        .. Of("entity", "delete", changes.DeletedEntities.Where(id => !changes.Merged.Contains(id))),
        .. Of("predicate", "delete", changes.DeletedPredicates),
        .. Of("document", "delete", changes.DeletedDocuments),
    ];

    private static IEnumerable<ChangedRecord> Of(string type, string op, IEnumerable<string> ids) =>
        ids.Order(StringComparer.Ordinal).Select(id => new ChangedRecord { Type = type, Id = id, Op = op });
}
