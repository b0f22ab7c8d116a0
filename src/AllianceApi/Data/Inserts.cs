using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AllianceApi.Data;

/// <summary>
/// Inserts many records by one prepared command a type, made from EF Core's own model: columns, conversions and discriminators are those that it would write,
/// without tracking each record.
/// </summary>
internal sealed class Inserts(GraphContext context) : IDisposable
{
    private readonly Dictionary<IEntityType, Insert> _prepared = [];

    public void Add(object record)
    {
        var type = context.Model.FindEntityType(record.GetType())!;
        if (!_prepared.TryGetValue(type, out var insert))
            _prepared.Add(type, insert = new Insert(context, type));
        insert.Execute(record);
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
        private readonly DbCommand _command;
        private readonly List<(DbParameter Parameter, Func<object, object?> Value)> _columns = [];

        public Insert(GraphContext context, IEntityType type)
        {
            var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
            var sql = context.GetService<ISqlGenerationHelper>();
            _command = context.Database.GetDbConnection().CreateCommand();
            _command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
            var properties = type.GetProperties().ToList();
            foreach (var property in properties)
            {
                var parameter = _command.CreateParameter();
                parameter.ParameterName = FormattableString.Invariant($"@p{_columns.Count}");
                _command.Parameters.Add(parameter);
                _columns.Add((parameter, ValueOf(type, property)));
            }
            var columns = properties.Select(property => sql.DelimitIdentifier(property.GetColumnName(table)!));
            _command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(table.Name)} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", _columns.Select(column => column.Parameter.ParameterName))})";
            _command.Prepare();
        }

        public void Execute(object record)
        {
            foreach (var (parameter, value) in _columns)
                parameter.Value = value(record) ?? DBNull.Value;
            _command.ExecuteNonQuery();
        }

        public void Dispose() => _command.Dispose();

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
