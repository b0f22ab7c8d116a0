using System.Runtime.InteropServices;
using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;

namespace AllianceApi.Data;

/// <summary>Reads which facts each statement supports, by the numbers that the store has for these: their ids are long, and need not be made.</summary>
internal sealed class SupportTable(TableReader tables, SingleRows single)
{
    // A fact that is not there is null, and not left out.
    private const string Sql = """
        SELECT "Supports"."StatementId", "Supports"."Position", "Facts".rowid
        FROM "Supports" LEFT JOIN "Facts" ON "Facts"."Id" = "Supports"."FactId"
        ORDER BY "Supports"."StatementId"
        """;

    private readonly List<string> _statements = [];

    /// <summary>Where the facts of each statement begin.</summary>
    private readonly List<int> _starts = [];
    private readonly List<(long Position, long Fact)> _facts = [];

    public SupportTable Read()
    {
        tables.Each(Sql, Add);
        return this;
    }

    /// <summary>Gives statements, by id, the facts that they support; what it gives is in the order in which snapshots number them.</summary>
    /// <param name="rowOf">The rows of facts by the store's numbers.</param>
    /// <param name="passages">How many there are.</param>
    public StatementRow[] Join(List<StatementRow> statements, FactRow[] facts, Dictionary<long, int> rowOf, int passages)
    {
        var next = 0;
        for (var row = 0; row < statements.Count; row++)
        {
            if (next < _statements.Count && _statements[next] == statements[row].Id)
                statements[row] = With(statements[row], single.Of(Rows(next++, rowOf)), facts);
        }
        return next == _statements.Count
            ? RowLists.Sorted(statements, passages, row => row.Passages[0])
            : throw new InvalidOperationException($"Facts are supported by a statement '{_statements[next]}' that is not there.");
    }

    private void Add(PreparedQuery support)
    {
        var statement = support.Text(0);
        if (_statements.Count == 0 || _statements[^1] != statement)
        {
            _statements.Add(statement);
            _starts.Add(_facts.Count);
        }
        _facts.Add((support.Number(1), support.Number(2)));
    }

    private int[] Rows(int statement, Dictionary<long, int> rowOf)
    {
        var end = statement + 1 < _starts.Count ? _starts[statement + 1] : _facts.Count;
        var own = CollectionsMarshal.AsSpan(_facts)[_starts[statement]..end];
        own.Sort();
        var rows = new int[own.Length];
        for (var i = 0; i < own.Length; i++)
            rows[i] = rowOf[own[i].Fact];
        return rows;
    }

    private static StatementRow With(StatementRow statement, int[] made, FactRow[] facts)
    {
        var denies = Array.Exists(made, fact => facts[fact].Negated);
        return statement with { Asserts = denies ? Array.FindAll(made, fact => !facts[fact].Negated) : made, Denies = denies ? Array.FindAll(made, fact => facts[fact].Negated) : [] };
    }
}
