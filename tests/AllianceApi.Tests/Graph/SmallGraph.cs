using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Tests.Graph;

/// <summary>Parts of small graphs: actors, a treaty, and a document of nine passages.</summary>
internal static class SmallGraph
{
    public const int Passages = 9;

    /// <summary>A builder with a document and the predicates that rules are about.</summary>
    public static SnapshotBuilder Builder() => new SnapshotBuilder()
        .Add(new Document
        {
            Id = "d", Title = "D", Language = "en", Sha256 = "0", Sections = [new Section { Id = "one", Title = "One" }],
            Passages = [.. Enumerable.Range(1, Passages).Select(sentence => new Passage { Locator = $"one.p1s{sentence}", Section = "one", Start = sentence * 10, End = (sentence * 10) + 5, Sha256 = "0" })],
        })
        .Add(Predicate("likes", excludes: "hates"))
        .Add(Predicate("hates"))
        .Add(Predicate("leads", singleValued: true))
        .Add(Predicate("married", symmetric: true, singleValued: true, excludes: "hates"));

    public static Actor Actor(string id, string? name = null) => new() { Id = id, Name = name ?? id, Summary = "An actor.", SummaryEvidence = ["s"] };

    public static Treaty Treaty(string id, string? name = null) => new() { Id = id, Name = name ?? id, Summary = "A treaty.", SummaryEvidence = ["s"] };

    /// <summary>A fact of its id: <c>a.likes.b</c>, <c>a.not.likes.b</c>, <c>a.likes.b.1950_1960</c>, <c>t.signed.1953</c>.</summary>
    public static Fact Fact(string id)
    {
        var parts = id.Split('.').ToList();
        var negated = parts.Remove("not");
        string?[] times = parts.Count > 3 ? parts[3].Split('_') : ["", ""];
        return new Fact
        {
            Subject = parts[0], Name = parts[1], Target = parts[2], Negated = negated, IsAttribute = parts[1] is "signed" or "outlook",
            ValidFrom = Date(times[0]), ValidTo = Date(times[1]),
        };
    }

    public static Statement Statement(string id, int passage, params string[] facts) => new()
    {
        Id = id, Document = "d", Passages = [$"one.p1s{passage}"], Text = $"Text of {id}.", Revision = 1,
        Asserts = [.. facts.Select(Fact).Where(fact => !fact.Negated)],
        Denies = [.. facts.Select(Fact).Where(fact => fact.Negated)],
    };

    private static Predicate Predicate(string id, bool symmetric = false, bool singleValued = false, params List<string> excludes) => new()
    {
        Id = id, Label = id, InverseId = symmetric ? null : $"{id}-by", InverseLabel = symmetric ? null : $"is {id} by", Definition = "When.",
        Domain = ["actor"], Range = ["actor"], Symmetric = symmetric, SingleValued = singleValued, Excludes = excludes,
    };

    private static PartialDate? Date(string? text) => text is null or "" ? null : PartialDate.Parse(text, null);
}
