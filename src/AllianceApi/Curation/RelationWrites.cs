using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Http.Writers;
using AllianceApi.Packs;
using AllianceApi.Packs.Yaml;
using AllianceApi.Shapes;

namespace AllianceApi.Curation;

/// <summary>Writes of relations. A relation exists by its statements, so that these are what is written.</summary>
internal static class RelationWrites
{
    private static readonly HashSet<string> Derived = ["id", "standing", "modality", "attributedTo", "contested", "evidence", "revision", "links"];
    private static readonly HashSet<string> Ends = ["subject", "predicate", "object", "negated", "validFrom", "validTo"];

    private static readonly string[] Parts = ["subject", "predicate", "object"];
    private static readonly string[] Times = ["validFrom", "validTo"];

    /// <summary>Adds a relation to statements that are there.</summary>
    public static Plan Post(WriteRequest request, Snapshot graph)
    {
        var drafting = new Drafting(new Change(graph));
        var body = drafting.Tree.Record(request.Body, "", Derived);
        CheckMembers(drafting, body);
        var supports = Supports(drafting, body);
        if (Fact(drafting, body) is not { } fact || drafting.Errors.Count > 0)
            return WriteRequest.Invalid(drafting.Errors);
        foreach (var (statement, pointer) in supports.Where(support => support.Statement.Facts.All(known => known.Id != fact.Id)))
            drafting.Add("statements", Supporting(drafting.Tree, statement, pointer, body, fact.Negated));
        var status = graph.FindFact(fact.Id) is null ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        return Put(request, drafting, fact.Id, $"Added the relation '{fact.Id}' to statements.", status);
    }

    /// <summary>Makes just these statements support a relation.</summary>
    /// <param name="patched">Whether members that are not sent stay.</param>
    public static Plan Put(WriteRequest request, Snapshot graph, string id, bool patched)
    {
        if (Refusal(request, graph, id, out var row) is { } refusal)
            return Plan.Refused(refusal);
        var change = new Change(graph);
        var drafting = new Drafting(change);
        var body = drafting.Tree.Record(request.Body, "", Derived);
        CheckEnds(drafting, body, graph, row);
        CheckMembers(drafting, body);
        if (patched && body["statements"] is null && drafting.Errors.Count == 0)
            return Plan.Of(change, "", (after, _) => Show(after, id, StatusCodes.Status200OK));
        var supports = Supports(drafting, body);
        if (drafting.Errors.Count > 0)
            return WriteRequest.Invalid(drafting.Errors);
        var fact = graph.FactOf(row);
        TakeOut(change, fact, [.. supports.Select(support => support.Statement.Id)]);
        foreach (var (statement, _) in supports.Where(support => support.Statement.Facts.All(known => known.Id != id)))
            change.Statements[statement.Id] = fact.Negated ? statement.With(statement.Asserts, [.. statement.Denies, fact], statement.AttributedTo) : statement.With([.. statement.Asserts, fact], statement.Denies, statement.AttributedTo);
        return Settle(request, change, $"Changed the statements of the relation '{id}'.", (after, _) => Show(after, id, StatusCodes.Status200OK));
    }

    /// <summary>Takes a relation out of all its statements.</summary>
    public static Plan Delete(WriteRequest request, Snapshot graph, string id)
    {
        if (Refusal(request, graph, id, out var row) is { } refusal)
            return Plan.Refused(refusal);
        var change = new Change(graph);
        TakeOut(change, graph.FactOf(row), []);
        return Ids.Succeed(change, RecordType.Fact, id, request.Options.Successor, successor => graph.FindFact(successor) is not null) is { } wrong
            ? wrong
            : Settle(request, change, $"Deleted the relation '{id}'.", (after, changes) => Shown.Items(after, changes));
    }

    private static Plan Put(WriteRequest request, Drafting drafting, string id, string note, int status)
    {
        drafting.Run();
        return drafting.Errors.Count > 0 ? WriteRequest.Invalid(drafting.Errors) : request.Settle(drafting.Change, note, (after, _) => Show(after, id, status));
    }

    /// <summary>Statements that say nothing any more go with a cascade, and stand in the way without one.</summary>
    private static Plan Settle(WriteRequest request, Change change, string note, Func<Snapshot, ChangeSet, Shown> show)
    {
        List<string> silent = [.. change.Statements.Values.OfType<Statement>().Where(statement => !statement.Facts.Any()).Select(statement => statement.Id)];
        if (silent.Count > 0 && !request.Options.Cascade)
            return WriteRequest.Blocked([.. silent.Select(statement => $"The statement '{statement}' would assert and deny nothing.")]);
        silent.ForEach(statement => change.Statements[statement] = null);
        return request.Settle(change, note, show);
    }

    private static Shown Show(Snapshot after, string id, int status)
    {
        var row = after.FindFact(id)!.Value;
        return new Shown(status, $"/api/v1/relations/{id}", after.Facts[row].Revision, json => FactWriter.Write(json, after, after.Facts[row], evidence: true), [row]);
    }

    private static IResult? Refusal(WriteRequest request, Snapshot graph, string id, out FactRow row)
    {
        row = graph.FindFact(id) is { } found ? graph.Facts[found] : default;
        return !FactRow.IsThere(row) || row.IsAttribute
            ? Missing.Fact(graph, request.Gone, id, "relations")
            : request.Precondition(graph, $"the relation '{id}'", row.Revision, $"/api/v1/relations/{id}");
    }

    private static void TakeOut(Change change, Fact fact, HashSet<string> except)
    {
        var graph = change.Graph;
        foreach (var statement in graph.Facts[graph.FindFact(fact.Id)!.Value].Statements.Select(row => graph.StatementOf(graph.Statements[row])).Where(statement => !except.Contains(statement.Id)))
            change.Statements[statement.Id] = statement.With([.. statement.Asserts.Where(known => known.Id != fact.Id)], [.. statement.Denies.Where(known => known.Id != fact.Id)], statement.AttributedTo);
    }

    /// <summary>The fact that a body is; null where it cannot be one.</summary>
    private static Fact? Fact(Drafting drafting, PackMapping body)
    {
        foreach (var end in Parts.Where(end => Id(body[end]).Length == 0))
            drafting.Errors.Add(new ProblemError { Pointer = $"/{end}", Message = $"'{end}' is missing. Write its id." });
        if (body["negated"] is { } negated and not PackScalar { Type: ScalarType.Boolean })
            drafting.Errors.Add(drafting.Tree.Error(negated.Problem("'negated' is true or false.")));
        return drafting.Errors.Count > 0 ? null : new Fact
        {
            Subject = Id(body["subject"]),
            Name = Id(body["predicate"]),
            Target = Id(body["object"]),
            Negated = body["negated"] is PackScalar { Value: "true" },
            ValidFrom = PartialDate.TryParse(PackRecords.Text(body["validFrom"]), null, out var from) ? from : null,
            ValidTo = PartialDate.TryParse(PackRecords.Text(body["validTo"]), null, out var to) ? to : null,
        };
    }

    private static void CheckMembers(Drafting drafting, PackMapping body)
    {
        foreach (var key in body.Keys.Where(key => key.Value != "statements" && !Ends.Contains(key.Value)))
            drafting.Errors.Add(drafting.Tree.Error(key.Problem($"unknown member '{key.Value}'.", $"Known here: {string.Join(", ", Ends)}, statements.")));
    }

    /// <summary>The statements that a body names.</summary>
    private static List<(Statement Statement, string Pointer)> Supports(Drafting drafting, PackMapping body)
    {
        var graph = drafting.Change.Graph;
        var supports = new List<(Statement, string)>();
        var items = PackRecords.Items(body["statements"]);
        if (items.Count == 0)
            drafting.Errors.Add(new ProblemError { Pointer = "/statements", Message = "A relation exists by its statements: name at least one, by its id. POST /api/v1/statements makes a new one." });
        foreach (var (item, index) in items.Select((item, index) => (item, index)))
        {
            if (graph.FindStatement(Id(item)) is { } row)
                supports.Add((graph.StatementOf(graph.Statements[row]), FormattableString.Invariant($"/statements/{index}")));
            else
                drafting.Errors.Add(drafting.Tree.Error(item.Problem($"unknown statement '{Id(item)}'.", Nearest.Question(Nearest.To(Id(item), graph.StatementRows.Ids)).Trim())));
        }
        return [.. supports.DistinctBy(support => support.Item1.Id)];
    }

    /// <summary>Ends, predicate and time are the relation's id and do not change.</summary>
    private static void CheckEnds(Drafting drafting, PackMapping body, Snapshot graph, FactRow row)
    {
        var fact = graph.FactOf(row);
        Same("subject", fact.Subject);
        Same("predicate", fact.Name);
        Same("object", fact.Target);
        Same("negated", fact.Negated ? "true" : "false");
        Same("validFrom", fact.ValidFrom?.ToString() ?? "");
        Same("validTo", fact.ValidTo?.ToString() ?? "");

        void Same(string member, string expected)
        {
            if (body[member] is { } given && Id(given) != expected)
                drafting.Errors.Add(drafting.Tree.Error(given.Problem($"'{member}' is a part of the relation's id and does not change.", "Take it out of its statements, and make the other one by POST /api/v1/relations.")));
        }
    }

    /// <summary>A statement as it is, with the fact of the body; what is wrong with the fact is wrong in the body.</summary>
    private static PackMapping Supporting(BodyTree tree, Statement statement, string pointer, PackMapping body, bool negated)
    {
        var record = tree.Record(MergePatch.Written(json => PackRecordWriter.Statement(json, statement)), pointer, new HashSet<string>());
        var fact = tree.Mapping("");
        var triple = tree.Sequence("");
        triple.Items.AddRange(Parts.Select(end => tree.Text(Id(body[end]), $"/{end}")));
        fact.TryAdd(tree.Text("fact", ""), triple);
        foreach (var time in Times.Where(time => body[time] is not null))
            fact.TryAdd(tree.Text(time, $"/{time}"), body[time]!);
        var list = negated ? "denies" : "asserts";
        if (record[list] is PackSequence facts)
        {
            facts.Items.Add(fact);
            return record;
        }
        var only = tree.Sequence("");
        only.Items.Add(fact);
        record.TryAdd(tree.Text(list, ""), only);
        return record;
    }

    /// <summary>An id, or that of a reference.</summary>
    private static string Id(PackNode? node) => PackRecords.Text(node is PackMapping mapping ? mapping["id"] : node);
}
