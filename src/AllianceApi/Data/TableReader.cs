using System.Data.Common;
using AllianceApi.Data.Sqlite;

namespace AllianceApi.Data;

/// <summary>Reads large tables past ADO.NET, within a transaction: no object is made beside what the caller makes.</summary>
/// <param name="connection">In the transaction.</param>
internal sealed class TableReader(DbConnection connection, CancellationToken cancel)
{
    private const int BetweenLooks = 4096;

    /// <summary>Goes through a table in the order of its ids.</summary>
    public void Each(string table, string[] columns, Action<PreparedQuery> row) =>
        Each($"SELECT {string.Join(", ", columns.Select(Quoted))} FROM {Quoted(table)} ORDER BY \"Id\"", row);

    /// <summary>Goes through what a query gives.</summary>
    public void Each(string sql, Action<PreparedQuery> row)
    {
        using var rows = new PreparedQuery(connection, sql);
        for (var count = 1; rows.Next(); count++)
        {
            if (count % BetweenLooks == 0)
                cancel.ThrowIfCancellationRequested();
            row(rows);
        }
    }

    /// <summary>How many rows a table has.</summary>
    public int Count(string table)
    {
        using var rows = new PreparedQuery(connection, $"SELECT count(*) FROM {Quoted(table)}");
        return rows.Next() ? checked((int)rows.Number(0)) : 0;
    }

    /// <summary>What belongs to records that are read in the order of their ids, taken along with these: owner, position, value.</summary>
    public Links LinksOf(string table, string owner, string value) =>
        new(new PreparedQuery(connection, $"SELECT {Quoted(owner)}, \"Position\", {Quoted(value)} FROM {Quoted(table)} ORDER BY {Quoted(owner)}"));

    private static string Quoted(string name) => $"\"{name}\"";
}

/// <summary>Links that are read beside the records that they belong to.</summary>
internal sealed class Links : IDisposable
{
    private readonly PreparedQuery _rows;
    private readonly List<string> _values = [];
    private readonly List<long> _positions = [];
    private bool _over;

    public Links(PreparedQuery rows)
    {
        _rows = rows;
        Advance();
    }

    /// <summary>The values of a record by their positions; the list is the same each time. Records without any may be passed over, and those before them.</summary>
    /// <param name="owner">Its id in UTF-8.</param>
    public List<string> Of(ReadOnlySpan<byte> owner)
    {
        _values.Clear();
        _positions.Clear();
        for (; !_over && _rows.Bytes(0).SequenceEqual(owner); Advance())
        {
            var position = _rows.Number(1);
            var at = _positions.BinarySearch(position);
            _positions.Insert(~at, position);
            _values.Insert(~at, _rows.Text(2));
        }
        return _values;
    }

    public void Dispose() => _rows.Dispose();

    private void Advance() => _over = !_rows.Next();
}
