using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Shapes;
using AllianceApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>The program over a graph that has everything at least once: each kind with all its members, each standing, a denial, a contest, times, and something gone.</summary>
public sealed class EveryShape() : Api(NoPacks, Exchange), IAsyncLifetime
{
    public const string Gone = "gone-and-away";

    /// <summary>More than a list counts out under a filter.</summary>
    private const int Many = 10_001;

    public async ValueTask InitializeAsync() => (await Server()).Services.GetRequiredService<Head>().Publish(Build());

    private static string NoPacks() => Repository.Docs("decisions");

    private static void Exchange(IServiceCollection services) => services.AddSingleton<FindGone>((_, id, _) =>
        id == Gone ? new Gone(2, DateTime.UnixEpoch, "import", "Imported a pack.", "a-place", Merged: false) : null);

    private static Snapshot Build()
    {
        var builder = new SnapshotBuilder { Revision = 3 }.Add(new Document
        {
            Id = "a-document", Title = "A \"document\" <&>", Language = "en", Sha256 = new string('0', 64),
            Sections = [new Section { Id = "whole", Title = "Whole" }, new Section { Id = "part", Title = "Part", Parent = "whole" }],
            Passages = [.. Enumerable.Range(1, 3).Select(sentence => new Passage
            {
                Locator = $"part.p1s{sentence}", Section = "part", Start = sentence * 10, End = (sentence * 10) + 9, Words = 2, Sha256 = new string('1', 64),
            })],
        });
        AddPredicates(builder);
        AddEntities(builder);
        AddStatements(builder);
        return builder.Build();
    }

    private static void AddPredicates(SnapshotBuilder builder)
    {
        List<string> all = [.. Catalogue.Kinds.Select(kind => kind.Id)];
        foreach (var id in new[] { "position-in", "holds", "argues-for", "answers", "leads" })
        {
            builder.Add(new Predicate
            {
                Id = id, Label = $"{id} of", InverseId = $"{id}-by", InverseLabel = $"is {id} by", Definition = $"When to use {id}.",
                Domain = all, Range = all, Excludes = id == "leads" ? ["holds"] : [], Revision = 1,
            });
        }
        builder.Add(new Predicate { Id = "near", Label = "is near", Definition = "When to use it.", Domain = all, Range = all, Symmetric = true, Revision = 1 });
    }

    private static void AddEntities(SnapshotBuilder builder)
    {
        foreach (var kind in Catalogue.Kinds)
        {
            var entity = kind.Create();
            (entity.Id, entity.Name, entity.Summary) = ($"a-{kind.Id}", $"A {kind.Id}: é, 大, \"quoted\" & <more>", "What it is\tand is not.");
            (entity.Aliases, entity.SameAs, entity.SummaryEvidence) = (["Another name"], ["https://example.org/x"], ["s1"]);
            (entity.Revision, entity.UpdatedAt) = (1, DateTime.UnixEpoch.AddMilliseconds(1500));
            foreach (var member in kind.Members)
                member.Write(entity, member.Type == FieldType.Choice ? member.Choices[^1] : "What it says.");
            builder.Add(entity);
        }
        for (var i = 0; i < Many; i++)
            builder.Add(new Event { Id = $"event-{i}", Name = $"Event {i}", Aliases = ["Many"], Summary = "One of many.", SummaryEvidence = ["s1"], Revision = 1, UpdatedAt = DateTime.UnixEpoch });
    }

    private static void AddStatements(SnapshotBuilder builder)
    {
        var attributes = Catalogue.Kinds.SelectMany(kind => kind.Attributes, (kind, field) =>
            new Fact { Subject = $"a-{kind.Id}", Name = field.Name, Target = field.Type == FieldType.Date ? "1950-06" : "A \"text\".", IsAttribute = true });
        var (from, to) = (PartialDate.Parse("1950", null), PartialDate.Parse("1950-06-30", null));
        builder.Add(Stated("s1", 1, [.. attributes, Relation("a-position", "position-in", "a-debate"), Relation("a-actor", "holds", "a-position"),
            Relation("a-argument", "argues-for", "a-position"), Relation("a-argument", "answers", "another"), Relation("a-actor", "near", "a-place")]));
        builder.Add(new Argument { Id = "another", Name = "Another argument", Summary = "A reason.", SummaryEvidence = ["s1"], Revision = 1, UpdatedAt = DateTime.UnixEpoch });
        builder.Add(Stated("s2", 2, [Relation("another", "argues-for", "a-position"), Relation("a-actor", "leads", "a-command") with { ValidFrom = from, ValidTo = to },
            new Fact { Subject = "a-treaty", Name = "signed", Target = "1951", IsAttribute = true, ValidFrom = from, ValidTo = to }]));
        builder.Add(Stated("s3", 3, [.. Enumerable.Range(0, 60).Select(i => Relation("a-actor", "leads", $"event-{i}"))]));
        var denied = Stated("s4", 3, []);
        denied.Denies = [Relation("a-actor", "near", "a-place") with { Negated = true }, Relation("a-actor", "leads", "a-place") with { Negated = true, ValidFrom = from, ValidTo = to }];
        builder.Add(denied);
        var view = Stated("s5", 1, [Relation("a-agreement", "near", "a-treaty") with { ValidFrom = from, ValidTo = to }]);
        (view.AttributedTo, view.Modality, view.Qualifier) = (["a-argument"], Modality.Possible, "at \"times\"");
        builder.Add(view);
    }

    private static Fact Relation(string subject, string predicate, string target) => new() { Subject = subject, Name = predicate, Target = target };

    private static Statement Stated(string id, int sentence, List<Fact> facts) => new()
    {
        Id = id, Document = "a-document", Passages = [$"part.p1s{sentence}"], Text = $"What {id} says: é & <more>.", Asserts = facts, Revision = 2, UpdatedAt = DateTime.UnixEpoch.AddDays(1),
    };
}
