using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;
using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Data;

/// <summary>The store of the program, by its one setting.</summary>
internal static class StoreSetup
{
    private const string Default = "Data Source=data/graph.db";

    /// <exception cref="StoreException">The setting is no connection string.</exception>
    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Graph") is { Length: > 0 } configured ? configured : Default;
        SqliteStore.Check(connection);
        services.AddSingleton(_ => new Presence(connection));
        services.AddDbContextFactory<GraphContext>((provider, options) => options.UseGraph(connection).AddInterceptors(provider.GetRequiredService<Presence>()));
        services.AddSingleton(TimeProvider.System).AddSingleton(new StoreFolder(Path.GetDirectoryName(DatabaseFile.Of(connection)) ?? Path.GetTempPath()));
        services.AddSingleton<Store>();
        services.AddSingleton<RecentChanges>().AddSingleton<Turns>().AddSingleton<Archive>();
        services.AddSingleton<FindGone>(provider => provider.GetRequiredService<Store>().FindGone);
        services.AddSingleton<FindTrouble>(SqliteStore.TroubleOf);
        return services;
    }
}

/// <summary>The folder that the database lies in, where what belongs to it may lie too.</summary>
internal sealed record StoreFolder(string Path);
