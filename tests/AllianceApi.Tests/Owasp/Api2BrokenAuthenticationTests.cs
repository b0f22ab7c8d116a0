using AllianceApi.Access;
using AllianceApi.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AllianceApi.Tests.Owasp;

/// <summary>What a key is and where it never shows. How each bad credential is refused stands in <c>Access/</c>.</summary>
public sealed class Api2BrokenAuthenticationTests(GuardedGraph api)
{
    [Fact]
    public async Task Keys_are_long_random_and_never_the_same()
    {
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 100; i++)
            Assert.True(secrets.Add(KeyText.Random().Reveal().Split('_')[2]));
        Assert.All(secrets, secret => Assert.Equal(256, secret.Length * 4));
        Assert.Equal(200, (int)(await api.Ask("POST", ("X-Api-Key", await api.NewKey(Scope.Curate)))).Status);
    }

    [Fact]
    public async Task The_database_has_no_secret_only_its_hash()
    {
        var secret = (await api.NewKey(Scope.Admin, "hashed")).Split('_')[2];
        await using var connection = new SqliteConnection(api.Connection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = "SELECT hex(SecretHash) FROM Keys WHERE Name = 'hashed'";
            var hash = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
            Assert.Equal(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Convert.FromHexString(secret))), hash);
        }
    }

    [Fact]
    public async Task No_credential_is_in_the_log()
    {
        using var log = new Lines();
        await using var own = new Api(
            () => InventedGraph.Folder, services => services.AddSingleton<IStartupFilter, GuardedEndpoints>().AddLogging(logging => logging.ClearProviders().AddProvider(log)),
            settings: [("Logging:LogLevel:Microsoft.AspNetCore", "Trace"), ("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Information"), ("Logging:LogLevel:AllianceApi", "Trace")]);
        var (_, key) = await (await own.Service<ApiKeys>()).CreateAsync("Somebody", Scope.Curate, null, CancellationToken.None);
        var wrong = KeyText.Random().Reveal();
        foreach (var sent in new[] { key.Reveal(), wrong })
        {
            await own.Send(HttpMethod.Post, GuardedEndpoints.Path, ("X-Api-Key", sent));
            await own.Send(HttpMethod.Post, GuardedEndpoints.Path, ("Authorization", $"Bearer {sent}"));
            Assert.DoesNotContain(sent.Split('_')[2], log.Text, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Contains("POST /api/v1/guarded 401", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_a_limit_on_failed_tries()
    {
        // On a server of its own: others are counted in the same table.
        await using var alone = new GuardedGraph();
        var statuses = new List<int>();
        for (var i = 0; i < 50; i++)
            statuses.Add((int)(await alone.Ask("POST", ("X-Api-Key", KeyText.Random().Reveal()), (GuardedEndpoints.AddressHeader, "198.51.100.1"))).Status);
        Assert.Contains(429, statuses);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public string Text
        {
            get
            {
                lock (_lines)
                    return string.Join('\n', _lines);
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
                _lines.Add($"{formatter(state, exception)} {exception}");
        }

        public void Dispose() => GC.SuppressFinalize(this);
    }
}
