using System.Data.Common;
using System.Globalization;

namespace AllianceApi.Data;

/// <summary>Reads large tables through plain ADO.NET, within a transaction: no object is made beside what the caller makes.</summary>
internal sealed class TableReader(DbConnection connection, DbTransaction transaction, CancellationToken cancel)
{
    private const int BetweenLooks = 4096;

    /// <summary>Goes through a table in the order of its first column.</summary>
    public void Each(string table, string[] columns, Action<DbDataReader> row)
    {
        using var reader = new Rows(this, table, columns);
        while (reader.Next() is { } next)
            row(next);
    }

    /// <summary>How many rows a table has.</summary>
    public int Count(string table)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT count(*) FROM \"{table}\"";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>What belongs to records that are read in the order of their ids, taken along with these: owner, position, value.</summary>
    public Links LinksOf(string table, string owner, string value) => new(new Rows(this, table, [owner, "Position", value]));

    /// <summary>The rows of one table, one after the other.</summary>
    internal sealed class Rows : IDisposable
    {
        private readonly TableReader _of;
        private readonly DbCommand _command;
        private readonly DbDataReader _reader;
        private int _count;

        public Rows(TableReader of, string table, string[] columns)
        {
            _of = of;
            _command = of.Connection.CreateCommand();
            _command.Transaction = of.Transaction;
            _command.CommandText = $"SELECT {string.Join(", ", columns.Select(Quoted))} FROM {Quoted(table)} ORDER BY {Quoted(columns[0])}";
            _reader = _command.ExecuteReader();
        }

        /// <summary>The reader at the next row; null behind the last.</summary>
        public DbDataReader? Next()
        {
            if (++_count % BetweenLooks == 0)
                _of.Cancel.ThrowIfCancellationRequested();
            return _reader.Read() ? _reader : null;
        }

        public void Dispose()
        {
            _reader.Dispose();
            _command.Dispose();
        }

        private static string Quoted(string name) => $"\"{name}\"";
    }

    private DbConnection Connection => connection;

    private DbTransaction Transaction => transaction;

    private CancellationToken Cancel => cancel;
}

/// <summary>Links that are read beside the records that they belong to.</summary>
internal sealed class Links : IDisposable
{
    private readonly TableReader.Rows _rows;
    private readonly List<string> _values = [];
    private readonly List<int> _positions = [];
    private DbDataReader? _next;
    private string? _owner;

    public Links(TableReader.Rows rows)
    {
        _rows = rows;
        Advance();
    }

    /// <summary>The values of a record by their positions; the list is the same each time. Records without any may be passed over, and those before them.</summary>
    public List<string> Of(string owner)
    {
        _values.Clear();
        _positions.Clear();
        for (; _owner == owner; Advance())
        {
            var position = _next!.GetInt32(1);
            var at = _positions.BinarySearch(position);
            _positions.Insert(~at, position);
            _values.Insert(~at, _next.GetString(2));
        }
        return _values;
    }

    public void Dispose() => _rows.Dispose();

    private void Advance()
    {
        _next = _rows.Next();
        _owner = _next?.GetString(0);
    }
}
