using AllianceApi.Graph;

namespace AllianceApi.Data;

/// <summary>Reads which facts each statement supports.</summary>
internal sealed class SupportTable(TableReader tables, FactRow[] facts, RowIndex rowOf, SingleRows single)
{
    /// <summary>Those of each statement, in the order of statements' ids. One that supports none is missing.</summary>
    public List<(string Statement, int[] Facts)> Read()
    {
        var supports = new List<(string Statement, int[] Facts)>();
        var of = new List<(int Position, int Fact)>();
        string? statement = null;
        tables.Each("Supports", ["StatementId", "Position", "FactId"], reader =>
        {
            var owner = reader.GetString(0);
            if (owner != statement)
                Close();
            statement = owner;
            of.Add((reader.GetInt32(1), rowOf.Find(reader.GetString(2))!.Value));
        });
        Close();
        return supports;

        void Close()
        {
            if (of.Count == 0)
                return;
            of.Sort();
            supports.Add((statement!, single.Of([.. of.Select(support => support.Fact)])));
            of.Clear();
        }
    }

    /// <summary>Gives statements, by id, the facts that they support; what it gives is in the order in which snapshots number them.</summary>
    public StatementRow[] Join(List<StatementRow> statements, List<(string Statement, int[] Facts)> supports, int passages)
    {
        var next = 0;
        for (var row = 0; row < statements.Count; row++)
        {
            if (next < supports.Count && supports[next].Statement == statements[row].Id)
                statements[row] = With(statements[row], supports[next++].Facts);
        }
        return next == supports.Count
            ? RowLists.Sorted(statements, passages, row => row.Passages[0])
            : throw new InvalidOperationException($"Facts are supported by a statement '{supports[next].Statement}' that is not there.");
    }

    private StatementRow With(StatementRow statement, int[] made)
    {
        var denies = Array.Exists(made, fact => facts[fact].Negated);
        return statement with { Asserts = denies ? Array.FindAll(made, fact => !facts[fact].Negated) : made, Denies = denies ? Array.FindAll(made, fact => facts[fact].Negated) : [] };
    }
}
