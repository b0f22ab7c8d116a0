using AllianceApi.Graph;
using AllianceApi.Graph.Patterns;
using AllianceApi.Http.Writers;
using AllianceApi.Kinds;
using AllianceApi.Shapes;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Graph;

/// <summary>A successor is what a snapshot built anew from the same records is, and leaves its predecessor as it was.</summary>
public sealed class SnapshotEditTests
{
    private const int Actors = 6;
    private const int Passages = 4;

    private static readonly Gen<PartialDate?> Times = Gen.OneOf<string?>(null, null, "1950", "1950-03", "1960").Select(text => text is null ? (PartialDate?)null : PartialDate.Parse(text, null));

    private static readonly Gen<Fact> Facts =
        from subject in Gen.Int[0, Actors - 1]
        from target in Gen.Int[0, Actors - 1]
        from name in Gen.OneOf("likes", "hates", "married", "leads", "signed")
        from negated in Gen.Bool
        from start in Times
        select FactOf(subject, target, name, negated, start);

    private static readonly Gen<Statement> Statements =
        from id in Gen.Int[0, 9]
        from passage in Gen.Int[1, Passages]
        from attributed in Gen.Bool
        from modality in Gen.Enum<Modality>()
        from facts in Facts.Array[1, 4]
        select StatementOf(id, passage, attributed, modality, facts);

    [Fact]
    public void A_successor_equals_a_snapshot_built_anew() => Gen.Select(Statements.Array[0, 12], Change().Array[1, 6]).Sample((first, changes) =>
    {
        var statements = new Dictionary<string, Statement>();
        foreach (var statement in first)
            statements[statement.Id] = statement;
        var names = Enumerable.Range(0, Actors).Select(actor => $"Actor {actor}").ToArray();
        var graph = Build(statements.Values, names);
        Look(graph);
        foreach (var change in changes)
        {
            var before = Look(graph);
            var edit = new SnapshotEdit(graph);
            change(edit, statements, names);
            var successor = edit.Build(graph.Revision, graph.UpdatedAt);
            Assert.Equal(Look(Build(statements.Values, names)), Look(successor));
            Assert.Equal(before, Look(graph));
            graph = successor;
        }
    }, iter: 300);

    private static Gen<Action<SnapshotEdit, Dictionary<string, Statement>, string[]>> Change() => Gen.OneOf(
        Statements.Array[1, 3].Select(puts => (Action<SnapshotEdit, Dictionary<string, Statement>, string[]>)((edit, statements, _) =>
        {
            foreach (var put in puts)
            {
                edit.Put(put);
                statements[put.Id] = put;
            }
        })),
        Gen.Int[0, 9].Select(id => (Action<SnapshotEdit, Dictionary<string, Statement>, string[]>)((edit, statements, _) =>
        {
            if (statements.Remove($"s{id}"))
                edit.DeleteStatement($"s{id}");
        })),
        Gen.Select(Gen.Int[0, Actors - 1], Gen.OneOf("Anna", "Zoë", "Actor 3")).Select(pair => (Action<SnapshotEdit, Dictionary<string, Statement>, string[]>)((edit, _, names) =>
        {
            names[pair.Item1] = pair.Item2;
            edit.Put(EntityOf(pair.Item1, pair.Item2));
        })));

    private static Snapshot Build(IEnumerable<Statement> statements, string[] names)
    {
        var builder = new SnapshotBuilder()
            .Add(new Document
            {
                Id = "d", Title = "D", Language = "en", Sha256 = "0", Sections = [new Section { Id = "one", Title = "One" }],
                Passages = [.. Enumerable.Range(1, Passages).Select(passage => new Passage { Locator = $"one.p1s{passage}", Section = "one", Start = passage * 10, End = (passage * 10) + 5, Sha256 = "0" })],
            })
            .Add(new Predicate { Id = "likes", Label = "likes", InverseId = "liked-by", InverseLabel = "is liked by", Definition = "", Domain = ["actor"], Range = ["actor"], Excludes = ["hates"] })
            .Add(new Predicate { Id = "hates", Label = "hates", InverseId = "hated-by", InverseLabel = "is hated by", Definition = "", Domain = ["actor"], Range = ["actor"] })
            .Add(new Predicate { Id = "married", Label = "married", Definition = "", Domain = ["actor"], Range = ["actor"], Symmetric = true, SingleValued = true, Excludes = ["hates"] })
            .Add(new Predicate { Id = "leads", Label = "leads", InverseId = "led-by", InverseLabel = "is led by", Definition = "", Domain = ["actor"], Range = ["actor"], SingleValued = true });
        for (var actor = 0; actor < Actors; actor++)
            builder.Add(EntityOf(actor, names[actor]));
        foreach (var statement in statements)
            builder.Add(statement);
        return builder.Build();
    }

    /// <summary>All that a reader can see.</summary>
    private static string Look(Snapshot graph)
    {
        using var json = new JsonBuffer();
        foreach (var entity in graph.Ordered(Collections.AllEntities, "name", descending: true).Rows.From(0))
            EntityWriter.Detail(json, graph, entity, typed: true);
        foreach (var fact in graph.Ordered(Collections.Relations, "id", descending: false).Rows.From(0).Concat(graph.Ordered(Collections.Attributes, "id", descending: true).Rows.From(0)))
        {
            Assert.Equal(fact, graph.FindFact(graph.IdOf(graph.Facts[fact])));
            FactWriter.Write(json, graph, graph.Facts[fact], evidence: true);
        }
        foreach (var statement in graph.Ordered(Collections.Statements, "", descending: false).Rows.From(0))
            StatementWriter.Write(json, graph, graph.Statements[statement]);
        foreach (var passage in graph.Passages)
            json.Array(passage.Statements, statement => json.String(graph.Statements[statement].Id));
        return System.Text.Encoding.UTF8.GetString(json.Written) + string.Join('\n', Known(graph));
    }

    /// <summary>What traversals and patterns go by.</summary>
    private static IEnumerable<string> Known(Snapshot graph)
    {
        foreach (var entity in graph.Entities.OrderBy(entity => entity.Id, StringComparer.Ordinal))
            yield return $"{entity.Id}: {string.Join(' ', entity.Ends.Select(end => end < 0 ? $"-{graph.Entities[~end].Id}" : graph.Entities[end].Id))}";
        foreach (var name in new[] { "likes", "hates", "married", "leads", "signed" })
            yield return $"{name} {PatternIndex.Count(graph, name)}: {Ids(graph.FactsNamed(name))}";
        yield return Ids(PatternIndex.Facts(graph));
        yield return Ids(PatternIndex.Attributes(graph, "signed", "1950"));
        yield return string.Join(' ', PatternIndex.Entities(graph, "name", "Actor 1").Concat(PatternIndex.Entities(graph, "kind")).Select(row => graph.Entities[row].Id));

        string Ids(RowRange facts) => string.Join(' ', facts.Select(row => graph.IdOf(graph.Facts[row])));
    }

    private static Entity EntityOf(int actor, string name) => actor == 0
        ? new Treaty { Id = "a0", Name = name, Summary = "A treaty.", SummaryEvidence = ["s0"], Revision = 1 }
        : new Actor { Id = $"a{actor}", Name = name, Summary = "An actor.", SummaryEvidence = ["s0"], Revision = 1 };

    private static Fact FactOf(int subject, int target, string name, bool negated, PartialDate? start)
    {
        if (name == "signed")
            return new Fact { Subject = "a0", Name = name, Target = start?.ToString() ?? "1951", IsAttribute = true };
        var ends = name == "married" ? (Math.Min(subject, target), Math.Max(subject, target)) : (subject, target);
        return new Fact { Subject = $"a{ends.Item1}", Name = name, Target = $"a{ends.Item2}", Negated = negated, ValidFrom = start };
    }

    private static Statement StatementOf(int id, int passage, bool attributed, Modality modality, Fact[] facts)
    {
        var distinct = facts.DistinctBy(fact => (fact.Subject, fact.Name, fact.Target)).ToList();
        return new Statement
        {
            Id = $"s{id}", Document = "d", Passages = [$"one.p1s{passage}"], Text = $"Text {id}.", Modality = modality, Revision = 1,
            AttributedTo = attributed ? [$"a{1 + (id % 3)}"] : [],
            Asserts = [.. distinct.Where(fact => !fact.Negated)],
            Denies = [.. distinct.Where(fact => fact.Negated)],
        };
    }
}
