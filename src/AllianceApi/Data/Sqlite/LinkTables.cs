using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace AllianceApi.Data.Sqlite;

/// <summary>Keeps tables that are little more than their key as that key alone: SQLite would keep each row of them twice, in the table and in the index of its key.</summary>
internal sealed class LinkTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations) : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        var isLinks = operation.PrimaryKey is { Columns.Length: > 1 } key && operation.Columns.Count <= key.Columns.Length + 1;
        base.Generate(operation, model, builder, terminate: terminate && !isLinks);
        if (!isLinks)
            return;
        builder.Append(" WITHOUT ROWID");
        if (terminate)
        {
            builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
            EndStatement(builder);
        }
    }
}
