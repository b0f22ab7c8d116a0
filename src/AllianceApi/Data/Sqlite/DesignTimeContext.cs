using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AllianceApi.Data.Sqlite;

/// <summary>What <c>dotnet ef</c> makes migrations with: no database is opened.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<GraphContext>
{
    public GraphContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<GraphContext>();
        options.UseGraph("Data Source=design.db");
        return new GraphContext(options.Options);
    }
}
