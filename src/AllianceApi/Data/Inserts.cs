using AllianceApi.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AllianceApi.Data;

/// <summary>
/// Inserts many records by one prepared statement a type, made from EF Core's own model: columns, conversions and discriminators are those that it would write,
/// without tracking each record.
/// </summary>
internal sealed class Inserts(GraphContext context) : IDisposable
{
    private readonly Dictionary<Type, Insert> _prepared = [];
    private Insert? _last;

    public void Add(object record)
    {
        var type = record.GetType();
        if (_last?.Type != type && !_prepared.TryGetValue(type, out _last))
            _prepared.Add(type, _last = new Insert(context, context.Model.FindEntityType(type)!));
        _last!.Run(record);
    }

    public void AddRange(IEnumerable<object> records)
    {
        foreach (var record in records)
            Add(record);
    }

    public void Dispose()
    {
        foreach (var insert in _prepared.Values)
            insert.Dispose();
    }

    private sealed class Insert : IDisposable
    {
        private readonly PreparedInsert _row;
        private readonly Func<object, object?>[] _values;

        public Insert(GraphContext context, IEntityType type)
        {
            Type = type.ClrType;
            var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
            var properties = type.GetProperties().ToList();
            _values = [.. properties.Select(property => ValueOf(type, property))];
            _row = new PreparedInsert(context.Database.GetDbConnection(), table.Name, [.. properties.Select(property => property.GetColumnName(table)!)]);
        }

        public Type Type { get; }

        public void Run(object record)
        {
            for (var column = 0; column < _values.Length; column++)
                _row.Bind(column, _values[column](record));
            _row.Run();
        }

        public void Dispose() => _row.Dispose();

        private static Func<object, object?> ValueOf(IEntityType type, IProperty property)
        {
            if (property == type.FindDiscriminatorProperty())
            {
                var discriminator = type.GetDiscriminatorValue();
                return _ => discriminator;
            }
            var getter = property.GetGetter();
            var converter = property.GetTypeMapping().Converter;
            return converter is null ? getter.GetClrValue : record => getter.GetClrValue(record) is { } value ? converter.ConvertToProvider(value) : null;
        }
    }
}
