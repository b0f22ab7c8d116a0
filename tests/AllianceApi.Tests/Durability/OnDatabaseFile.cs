using AllianceApi.Access;
using AllianceApi.Commands;
using AllianceApi.Data;
using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;
using AllianceApi.Tests.Contract;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AllianceApi.Tests.Durability;

/// <summary>What tests do with a database file beside the program that serves it.</summary>
internal static class OnDatabaseFile
{
    /// <summary>Runs a command as it is typed, on the database of a connection string.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(string connection, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Run([.. arguments, $"--ConnectionStrings:Graph={connection}"], OwnDocument.Nothing with { Open = Open }, new Terminal(output, error, Interactive: false));
        return (code, $"{output}", $"{error}");
    }

    /// <summary>The graph in a file, read as the program reads it.</summary>
    public static async Task<Snapshot> LoadAsync(string file)
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddDbContextFactory<GraphContext>(options => options.UseGraph($"Data Source={file};Pooling=False"))
            .AddSingleton<RecentChanges>().AddSingleton<Store>().BuildServiceProvider();
        await using (services)
            return await services.GetRequiredService<Store>().OpenAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs SQL as another program would, foreign keys unheeded.</summary>
    public static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static object? Ask(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static WebApplication Open(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddStore(builder.Configuration).AddAccess(builder.Configuration);
        return builder.Build();
    }
}
