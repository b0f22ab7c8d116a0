using AllianceApi.Graph;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Graph;

/// <summary>The immutable lists that snapshots share are lists, and what went before keeps what it had.</summary>
public sealed class RowsTests
{
    [Fact]
    public void Sorted_rows_are_a_list_whatever_is_put_in_and_taken_out() =>
        Gen.Select(Gen.Int[0, 5000].Array[0, 3000], Gen.Select(Gen.Bool, Gen.Int[0, 5000]).Array[0, 40]).Sample((first, changes) =>
        {
            var list = first.Order().ToList();
            var rows = SortedRows.Of([.. list]);
            foreach (var (put, value) in changes)
            {
                var before = (rows, list: list.ToList());
                var index = rows.Find(row => row.CompareTo(value));
                Assert.Equal(list.Count(row => row < value), index);
                if (put)
                    (rows, list) = (rows.With(index, value), [.. list[..index], value, .. list[index..]]);
                else if (index < rows.Length)
                    (rows, list) = (rows.Without(index), [.. list[..index], .. list[(index + 1)..]]);
                Assert.Equal(list, rows.From(0));
                Assert.Equal(before.list, before.rows.From(0));
            }
            Assert.Equal(list.Count, rows.Length);
            Assert.Equal(list.Skip(list.Count / 2), rows.From(list.Count / 2));
            Assert.All(Enumerable.Range(0, list.Count), index => Assert.Equal(list[index], rows[index]));
        }, iter: 60);

    [Fact]
    public void Sorted_rows_grow_from_nothing_and_shrink_to_it()
    {
        var rows = SortedRows.Of([]);
        for (var i = 0; i < 5000; i++)
            rows = rows.With(rows.Length, i);
        Assert.Equal(Enumerable.Range(0, 5000), rows.From(0));
        for (var i = 0; i < 5000; i++)
            rows = rows.Without(i % 2 == 0 ? 0 : rows.Length - 1);
        Assert.Equal(0, rows.Length);
        Assert.Empty(rows.From(0));
        Assert.Equal([7], rows.With(0, 7).From(0));
    }

    [Fact]
    public void Pages_are_a_list_with_empty_slots_and_leave_what_went_before() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3000]).Array[1, 30].Array[1, 4]).Sample((count, edits) =>
        {
            var list = Enumerable.Range(0, count).Select(row => (string?)$"{row}").ToList();
            var rows = Of(list);
            foreach (var edit in edits)
            {
                var before = (rows, list: list.ToList());
                var editor = rows.Edit();
                foreach (var (what, row) in edit)
                    Change(editor, list, what, row);
                rows = editor.Done();
                AssertEqual(list, rows);
                AssertEqual(before.list, before.rows);
            }
        }, iter: 60);

    private static void Change(Paged<Word>.Editor editor, List<string?> list, int what, int row)
    {
        if (what == 0)
        {
            Assert.Equal(list.Count, editor.Add(new("added")));
            list.Add("added");
        }
        else if (row < list.Count && list[row] is not null)
        {
            if (what == 1)
                (editor[row], list[row]) = (new("changed"), "changed");
            else
                editor.Remove(row);
            list[row] = what == 1 ? "changed" : null;
        }
    }

    private static Paged<Word> Of(List<string?> list)
    {
        var editor = Paged<Word>.Empty.Edit();
        foreach (var text in list)
            editor.Add(new(text!));
        return editor.Done();
    }

    private static void AssertEqual(List<string?> list, Paged<Word> rows)
    {
        Assert.Equal((list.Count, list.Count(text => text is not null)), (rows.Length, rows.Count));
        Assert.Equal(list.OfType<string>(), rows.Select(word => word.Text));
        Assert.Equal(Enumerable.Range(0, list.Count).Where(row => list[row] is not null), rows.Rows);
        for (var row = 0; row < list.Count; row++)
            Assert.Equal(list[row], rows.Has(row) ? rows[row].Text : null);
    }

    private readonly record struct Word(string Text) : IRow<Word>
    {
        public static bool IsThere(in Word row) => row.Text is not null;
    }
}
