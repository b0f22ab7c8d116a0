using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Curation;

/// <summary>A small pack, committed whole as one revision.</summary>
internal static class RevisionWrites
{
    /// <summary>The most records of one revision by hand; larger loads are imports.</summary>
    public const int MostRecords = 1_000;

    private static readonly string[] Members = ["note", "entities", "predicates", "statements", "delete"];
    private static readonly string[] DeletionMembers = ["type", "id", "revision", "successor"];

    public static Plan Post(WriteRequest request, Snapshot graph)
    {
        var drafting = new Drafting(new Change(graph));
        if (Shape(request.Body) is { Count: > 0 } errors)
            return WriteRequest.Invalid(errors);
        var moved = new List<(bool Missing, ProblemError Error)>();
        var taken = new List<string>();
        foreach (var (type, list) in new[] { (RecordType.Predicate, "predicates"), (RecordType.Entity, "entities"), (RecordType.Statement, "statements") })
        {
            foreach (var (record, pointer) in Items(request.Body, list))
            {
                if (CurrentRecord.RevisionOf(graph, type, Ids.Of(record)) is { } current)
                    Match(moved, record, pointer, current);
                else if (Ids.Taken(graph, request.Gone, type, Ids.Of(record)) is { } refusal)
                    taken.Add(refusal.Detail);
                Add(drafting, type, record, pointer);
            }
        }
        foreach (var (record, pointer) in Items(request.Body, "delete"))
            Delete(drafting, record, pointer, moved);
        return Refusal(drafting, moved, taken) ?? Plan(request, drafting);
    }

    private static Plan Plan(WriteRequest request, Drafting drafting)
    {
        drafting.Run();
        if (drafting.Errors.Count > 0)
            return WriteRequest.Invalid(drafting.Errors);
        var broken = drafting.Change.Predicates.Values.OfType<Predicate>().SelectMany(predicate => PredicateWrites.Broken(drafting.Change, predicate)).ToList();
        var note = request.Body.TryGetProperty("note", out var given) ? given.GetString()! : "Changed several records.";
        return broken.Count > 0
            ? WriteRequest.Blocked(broken)
            : request.Settle(drafting.Change, note, (after, changes) => Shown.Items(after, changes, StatusCodes.Status201Created));
    }

    private static Plan? Refusal(Drafting drafting, List<(bool Missing, ProblemError Error)> moved, List<string> taken)
    {
        if (drafting.Errors.Count > 0)
            return WriteRequest.Invalid(drafting.Errors);
        if (taken.Count > 0)
            return WriteRequest.Blocked(taken);
        if (moved.Count == 0)
            return null;
        var problem = moved.Exists(record => record.Missing) ? Problem.PreconditionRequired : Problem.PreconditionFailed;
        return problem.With(moved[0].Error.Message, [.. moved.Select(record => record.Error)]);
    }

    private static List<ProblemError> Shape(JsonElement body)
    {
        var errors = new List<ProblemError>();
        foreach (var member in body.EnumerateObject())
        {
            var pointer = BodyTree.Below("", member.Name);
            if (!Members.Contains(member.Name, StringComparer.Ordinal))
                errors.Add(new ProblemError { Pointer = pointer, Message = $"Unknown member '{member.Name}'.{Nearest.Question(Nearest.To(member.Name, Members))}", Allowed = Members });
            else if (member.Name == "note" ? !IsNote(member.Value) : member.Value.ValueKind != JsonValueKind.Array)
                errors.Add(new ProblemError { Pointer = pointer, Message = member.Name == "note" ? "The note is a text of 1 to 500 characters, without control characters." : $"'{member.Name}' is a list." });
            else if (member.Value.ValueKind == JsonValueKind.Array)
                errors.AddRange(Items(body, member.Name).Where(item => item.Record.ValueKind != JsonValueKind.Object)
                    .Select(item => new ProblemError { Pointer = item.Pointer, Message = $"Each of the {member.Name} is an object." }));
        }
        var records = errors.Count > 0 ? 0 : Members.Skip(1).Sum(list => Items(body, list).Count());
        if (errors.Count == 0 && records is 0 or > MostRecords)
            errors.Add(new ProblemError { Pointer = "", Message = $"A revision has 1 to {MostRecords} records; this one has {records}. Larger loads are imports." });
        return errors;
    }

    private static bool IsNote(JsonElement note) => note.ValueKind == JsonValueKind.String && note.GetString() is { Length: > 0 and <= 500 } text && !text.Any(char.IsControl);

    private static IEnumerable<(JsonElement Record, string Pointer)> Items(JsonElement body, string list) =>
        body.TryGetProperty(list, out var items) ? items.EnumerateArray().Select((item, index) => (item, FormattableString.Invariant($"/{list}/{index}"))) : [];

    private static void Add(Drafting drafting, RecordType type, JsonElement record, string pointer)
    {
        if (type == RecordType.Statement)
            drafting.AddStatement(record, pointer);
        else if (type == RecordType.Entity)
            drafting.AddEntity(record, pointer);
        else
            drafting.AddPredicate(record, pointer);
    }

    private static void Delete(Drafting drafting, JsonElement record, string pointer, List<(bool Missing, ProblemError Error)> moved)
    {
        var change = drafting.Change;
        var id = Ids.Of(record);
        foreach (var name in record.EnumerateObject().Select(member => member.Name).Where(name => !DeletionMembers.Contains(name, StringComparer.Ordinal)))
            drafting.Errors.Add(new ProblemError { Pointer = BodyTree.Below(pointer, name), Message = $"Unknown member '{name}'.{Nearest.Question(Nearest.To(name, DeletionMembers))}", Allowed = DeletionMembers });
        var successor = record.TryGetProperty("successor", out var given) && given.ValueKind != JsonValueKind.Null ? given : (JsonElement?)null;
        if (successor is { ValueKind: not JsonValueKind.String })
            Wrong("/successor", "The successor is an id, as a text.");
        var type = TypeOf(record);
        if (type is null)
            Wrong("/type", "Say what is deleted: 'entity', 'statement' or 'predicate'.");
        else if (CurrentRecord.RevisionOf(change.Graph, type.Value, id) is not { } current)
            Wrong("/id", $"There is no {Fragments.Word(type.Value)} '{id}'.");
        else
        {
            Match(moved, record, pointer, current);
            change.Delete(type.Value, id);
            if (successor is { ValueKind: JsonValueKind.String } other && Ids.Succeed(change, type.Value, id, other.GetString(), name => Ids.Exists(change.Graph, type.Value, name)) is { } refusal)
                Wrong("/successor", refusal.Errors[0].Message);
        }

        void Wrong(string member, string message) => drafting.Errors.Add(new ProblemError { Pointer = pointer + member, Message = message });
    }

    private static RecordType? TypeOf(JsonElement deletion) =>
        deletion.TryGetProperty("type", out var word) && word.ValueKind == JsonValueKind.String
            && Enum.GetValues<RecordType>().FirstOrDefault(type => Fragments.Word(type) == word.GetString()) is var known and (RecordType.Entity or RecordType.Statement or RecordType.Predicate)
            ? known
            : null;

    /// <summary>A record that is there carries the revision in which it was read.</summary>
    private static void Match(List<(bool Missing, ProblemError Error)> moved, JsonElement record, string pointer, long current)
    {
        if (!record.TryGetProperty("revision", out var given) || given.ValueKind != JsonValueKind.Number || !given.TryGetInt64(out var read))
            moved.Add((true, new ProblemError { Pointer = $"{pointer}/revision", Message = $"'{Ids.Of(record)}' is there already. Send the 'revision' with which you read it; now it is {current}." }));
        else if (read != current)
            moved.Add((false, new ProblemError { Pointer = $"{pointer}/revision", Message = $"'{Ids.Of(record)}' changed in revision {current}, after the {read} that you read. Read it again, and make the change upon what it is now." }));
    }
}
