using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Kinds;
using CsCheck;
using Xunit;
using Place = AllianceApi.Graph.Place;

namespace AllianceApi.Tests.Graph;

/// <summary>Lists in order, page by page, while the graph goes on.</summary>
public sealed class OrderTests
{
    private static readonly Gen<string> Names = Gen.OneOf("anna", "Anna", "Ánna", "bo", "Bo 2", "zoë");

    [Fact]
    public void Facts_are_in_the_order_of_their_ids_whatever_the_ids()
    {
        string[] ids = ["a", "a-b", "a1", "b", "a-b-c", "0", "ab"];
        Gen.Select(Gen.Int[0, ids.Length - 1], Gen.OneOf("likes", "hates", "not.likes", "not.hates"), Gen.Int[0, ids.Length - 1], Gen.OneOf("", ".1950_", ".1950-03_1960", "._1960"))
            .Array[0, 30].Sample(facts =>
            {
                var builder = SmallGraph.Builder();
                foreach (var id in ids)
                    builder.Add(SmallGraph.Actor(id));
                builder.Add(SmallGraph.Statement("s", 1, [.. facts.Select(fact => $"{ids[fact.Item1]}.{fact.Item2}.{ids[fact.Item3]}{fact.Item4}").Distinct()]));
                var graph = builder.Build();
                var shown = graph.Ordered(Collections.Relations, "id", descending: false).Rows.From(0).Select(row => graph.IdOf(graph.Facts[row])).ToList();
                Assert.Equal(shown.Order(StringComparer.Ordinal), shown);
                Assert.Equal(graph.Facts.Count, shown.Count);
                Assert.All(graph.Facts.Rows, row => Assert.Equal(row, graph.FindFact(graph.IdOf(graph.Facts[row]))));
            }, iter: 200);
    }

    [Fact]
    public void Missing_values_come_last_both_ways_and_ids_break_ties()
    {
        var builder = SmallGraph.Builder();
        foreach (var id in new[] { "t1", "t2", "t3", "t4", "t5" })
            builder.Add(SmallGraph.Treaty(id));
        builder.Add(SmallGraph.Statement("s", 1, "t1.signed.1953", "t2.signed.1953-10", "t4.signed.1950", "t5.signed.1953"));
        var graph = builder.Build();
        Assert.Equal("t4 t1 t5 t2 t3", Treaties(graph, "signed", descending: false));
        Assert.Equal("t2 t1 t5 t4 t3", Treaties(graph, "signed", descending: true));
        Assert.Equal("t1 t2 t3 t4 t5", Treaties(graph, "id", descending: false));
    }

    [Fact]
    public void Names_sort_by_their_folds() =>
        Assert.Equal("c a b d", Listed(Build([("a", "Émile"), ("b", "émile"), ("c", "Anna"), ("d", "Émilie")]), "name", descending: false));

    [Fact]
    public void An_order_that_is_carried_over_is_the_order_made_anew() =>
        Gen.Select(Names.Array[1, 12], Gen.Select(Gen.Int[0, 14], Names).Array[1, 5].Array[1, 4]).Sample((names, edits) =>
        {
            var graph = Build(names.Select((name, index) => ($"e{index}", name)));
            foreach (var edit in edits)
            {
                foreach (var (sort, descending) in Sorts())
                    Listed(graph, sort, descending);
                var successor = Edited(graph, edit.Select(change => ($"e{change.Item1}", change.Item2)));
                var anew = Build(successor.Entities.Select(entity => (entity.Id, entity.Name)));
                Assert.All(Sorts(), way => Assert.Equal(Listed(anew, way.Sort, way.Descending), Listed(successor, way.Sort, way.Descending)));
                graph = successor;
            }
        }, iter: 100);

    [Fact]
    public void Paging_visits_once_what_stays_as_it_is_while_others_come_and_change() =>
        Gen.Select(Names.Array[1, 20], Gen.Int[1, 5], Gen.Bool, Gen.Select(Gen.Int[0, 30], Names).Array[0, 3].Array[8, 8]).Sample((names, size, descending, edits) =>
        {
            var graph = Build(names.Select((name, index) => ($"e{index}", name)));
            var (visited, changed) = (new List<string>(), new HashSet<string>());
            Place? after = null;
            for (var page = 0; page < 100; page++)
            {
                var order = graph.Ordered(Collections.AllEntities, "name", descending);
                var rows = order.Rows.From(after is { } place ? order.IndexAfter(order.Rows, place) : 0).Take(size).ToList();
                if (rows.Count == 0)
                    break;
                visited.AddRange(rows.Select(row => graph.Entities[row].Id));
                after = order.PlaceOf(rows[^1]);
                if (page >= edits.Length)
                    continue;
                changed.UnionWith(edits[page].Select(change => $"e{change.Item1}"));
                graph = Edited(graph, edits[page].Select(change => ($"e{change.Item1}", change.Item2)));
            }
            Assert.All(Enumerable.Range(0, names.Length).Select(index => $"e{index}").Except(changed), id => Assert.Single(visited, id));
        }, iter: 200);

    [Fact]
    public void A_cursor_is_read_as_it_was_written() =>
        Gen.Select(Gen.OneOf<string?>(null, "", "zoë", "a-1", "19531001"), Gen.OneOf("a", "a-1.b.c"), Gen.String).Sample((key, id, identity) =>
        {
            var place = new Place(key, id);
            Assert.Equal((place, null), Cursor.Read(Cursor.Write(place, identity), identity));
            Assert.NotNull(Cursor.Read(Cursor.Write(place, identity), $"{identity}x").Error);
        });

    [Fact]
    public void A_cursor_that_was_changed_anywhere_is_refused()
    {
        var cursor = Cursor.Write(new Place("mutual defense treaty", "mutual-defense-treaty"), "/api/v1/treaties");
        for (var i = 0; i < cursor.Length; i++)
        {
            var changed = cursor.ToCharArray();
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            Assert.NotNull(Cursor.Read(new string(changed), "/api/v1/treaties").Error);
        }
        Assert.All(["", "x", "=", cursor[..^1], $"{cursor}A", $" {cursor}", $"{cursor}=", new string('A', 5000)], text => Assert.NotNull(Cursor.Read(text, "/api/v1/treaties").Error));
    }

    [Fact]
    public void A_cursor_belongs_to_path_filters_and_order_whatever_the_page()
    {
        var identity = Cursor.IdentityOf("/p", [("q", "x"), ("sort", "name")]);
        Assert.Equal(identity, Cursor.IdentityOf("/p", [("limit", "3"), ("sort", "name"), ("fields", "id"), ("q", "x"), ("cursor", "c"), ("expand", "evidence")]));
        Assert.NotEqual(identity, Cursor.IdentityOf("/p", [("q", "x")]));
        Assert.NotEqual(identity, Cursor.IdentityOf("/o", [("q", "x"), ("sort", "name")]));
    }

    private static IEnumerable<(string Sort, bool Descending)> Sorts() =>
        [("name", false), ("name", true), ("id", false), ("id", true), ("updatedAt", false), ("updatedAt", true)];

    private static Snapshot Edited(Snapshot graph, IEnumerable<(string Id, string Name)> entities)
    {
        var edit = new SnapshotEdit(graph);
        foreach (var (id, name) in entities)
            edit.Put(SmallGraph.Actor(id, name));
        return edit.Build(graph.Revision + 1, graph.UpdatedAt);
    }

    private static Snapshot Build(IEnumerable<(string Id, string Name)> entities)
    {
        var builder = SmallGraph.Builder();
        foreach (var (id, name) in entities)
            builder.Add(SmallGraph.Actor(id, name));
        return builder.Build();
    }

    private static string Listed(Snapshot graph, string sort, bool descending) =>
        string.Join(' ', graph.Ordered(Collections.AllEntities, sort, descending).Rows.From(0).Select(row => graph.Entities[row].Id));

    private static string Treaties(Snapshot graph, string sort, bool descending) =>
        string.Join(' ', graph.Ordered(Collections.Entities(Catalogue.Find("treaty")!), sort, descending).Rows.From(0).Select(row => graph.Entities[row].Id));
}
