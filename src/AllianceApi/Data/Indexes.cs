using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace AllianceApi.Data;

/// <summary>The indexes that only lookups need: made anew behind a large change, each at once, they cost a fraction of keeping them up row by row.</summary>
internal sealed class Indexes(GraphContext context)
{
    private readonly IModel _model = context.GetService<IDesignTimeModel>().Model;

    public Task DropAsync(CancellationToken cancel) => RunAsync(index => new DropIndexOperation { Name = index.Name, Table = index.Table.Name, Schema = index.Table.Schema }, cancel);

    public Task CreateAsync(CancellationToken cancel) => RunAsync(CreateIndexOperation.CreateFrom, cancel);

    private async Task RunAsync(Func<ITableIndex, MigrationOperation> operation, CancellationToken cancel)
    {
        var indexes = _model.GetRelationalModel().Tables.SelectMany(table => table.Indexes).Where(index => !index.IsUnique);
        foreach (var command in context.GetService<IMigrationsSqlGenerator>().Generate([.. indexes.Select(operation)], _model))
            await context.Database.ExecuteSqlRawAsync(command.CommandText, cancel);
    }
}
