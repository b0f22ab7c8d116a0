using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AllianceApi.Data.Sqlite;

/// <summary>The rows of a query, one after the other. Values are read as Microsoft.Data.Sqlite would read them.</summary>
internal sealed class PreparedQuery(DbConnection connection, string sql) : PreparedStatement(connection, sql)
{
    /// <summary>Whether there is another row; the values are then its own.</summary>
    /// <exception cref="SqliteException">As a command throws it.</exception>
    public bool Next()
    {
        var result = Step();
        Check(result);
        return result == raw.SQLITE_ROW;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(Statement, column) == raw.SQLITE_NULL;

    /// <summary>A text as it is stored, in UTF-8, valid until the next row.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(Statement, column) is { IsEmpty: false } bytes ? bytes : Nothing(column);

    /// <inheritdoc cref="Bytes"/>
    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <summary>A text that may be missing.</summary>
    public string? Optional(int column) => IsNull(column) ? null : Text(column);

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public long Number(int column) => IsNull(column) ? throw Missing(column) : raw.sqlite3_column_int64(Statement, column);

    /// <summary>What has no bytes is an empty text, or none.</summary>
    private ReadOnlySpan<byte> Nothing(int column) => IsNull(column) ? throw Missing(column) : [];

    private static InvalidOperationException Missing(int column) => new($"There is no value in column {column} of a row.");
}
