using System.CommandLine;
using System.Globalization;
using AllianceApi.Access;
using AllianceApi.Data;
using AllianceApi.Data.Sqlite;

namespace AllianceApi.Commands;

/// <summary>Makes, lists and revokes API keys in the database. A server that is running honours it at once.</summary>
internal static class KeysCommand
{
    public const string Name = "keys";

    public static readonly string[] Examples =
    [
        "AllianceApi keys create --name 'Kim Min-ji' --scope curate --expires 2027-01-31",
        "AllianceApi keys create --name importer --scope admin > key.txt",
        "AllianceApi keys list",
        "AllianceApi keys revoke 0123456789abcdef --ConnectionStrings:Graph='Data Source=data/graph.db'",
    ];

    private const string Time = "yyyy-MM-dd HH:mm";

    public static Command Build(Hosting hosting, Terminal terminal, IReadOnlyList<string> settings) =>
        new(Name, "Make, list and revoke the API keys of a database. A server that is running honours it at once.")
        {
            Create(hosting, terminal, settings), List(hosting, terminal, settings), Revoke(hosting, terminal, settings),
        };

    private static Command Create(Hosting hosting, Terminal terminal, IReadOnlyList<string> settings)
    {
        var (name, scope, expires) = (Options.Name(), Options.Scope(), Options.Expires());
        var command = new Command("create", "Make a key and print it, this once: only its hash is kept.") { name, scope, expires };
        command.SetAction((parsed, cancellation) => WithKeys(hosting, terminal, settings, async keys =>
        {
            var (key, text) = await keys.CreateAsync(parsed.GetRequiredValue(name), Scopes.WidestOf([parsed.GetRequiredValue(scope)]), Options.End(parsed.GetValue(expires)), cancellation);
            await terminal.Output.WriteLineAsync(text.Reveal());
            await terminal.Error.WriteLineAsync($"Key {key.Id}, scope {key.Scope.Word()}{(key.ExpiresAt is { } end ? $", until {Of(end)} UTC" : "")}. Keep it: it is not shown again. Send it as X-Api-Key.");
            return ExitCodes.Done;
        }, cancellation));
        return command;
    }

    private static Command List(Hosting hosting, Terminal terminal, IReadOnlyList<string> settings)
    {
        var command = new Command("list", "List all keys, oldest first, without their secrets. Times are UTC.");
        command.SetAction((_, cancellation) => WithKeys(hosting, terminal, settings, async keys =>
        {
            await terminal.Output.WriteLineAsync(Row("id", "scope", "created", "expires", "last use", "revoked", "name"));
            foreach (var key in await keys.ListAsync(cancellation))
                await terminal.Output.WriteLineAsync(Row(key.Id, key.Scope.Word(), Of(key.CreatedAt), Of(key.ExpiresAt), Of(key.LastUsedAt), Of(key.RevokedAt), key.Name));
            return ExitCodes.Done;
        }, cancellation));
        return command;
    }

    private static Command Revoke(Hosting hosting, Terminal terminal, IReadOnlyList<string> settings)
    {
        var id = new Argument<string>("ID") { Description = "The key's id, as 'keys list' shows it." };
        var command = new Command("revoke", "Revoke a key for good.") { id };
        command.SetAction((parsed, cancellation) => WithKeys(hosting, terminal, settings, async keys =>
        {
            var given = parsed.GetRequiredValue(id);
            return await keys.RevokeAsync(given, cancellation) is { } key
                ? terminal.Done($"Key {key.Id} of {key.Name} is revoked since {Of(key.RevokedAt)} UTC.")
                : terminal.Failed($"There is no key with the id '{given}'. 'keys list' shows all.");
        }, cancellation));
        return command;
    }

    private static async Task<int> WithKeys(Hosting hosting, Terminal terminal, IReadOnlyList<string> settings, Func<ApiKeys, Task<int>> use, CancellationToken cancel)
    {
        try
        {
            using var host = hosting.Open([.. settings]);
            await host.Services.GetRequiredService<Store>().PrepareAsync(cancel);
            return await use(host.Services.GetRequiredService<ApiKeys>());
        }
        catch (Exception error) when (SqliteStore.Explain(error) is not null)
        {
            return terminal.Failed(SqliteStore.Explain(error)!);
        }
    }

    private static string Row(string id, string scope, string created, string expires, string used, string revoked, string name) =>
        $"{id,-16}  {scope,-6}  {created,-16}  {expires,-16}  {used,-16}  {revoked,-16}  {name}";

    private static string Of(DateTime? time) => time?.ToString(Time, CultureInfo.InvariantCulture) ?? "-";

    /// <summary>What <c>create</c> takes, each with what it may be.</summary>
    private static class Options
    {
        private const string Day = "yyyy-MM-dd";

        public static Option<string> Name()
        {
            var name = new Option<string>("--name") { Description = "Who will hold it: the author of the changes that are made with it.", HelpName = "NAME", Required = true };
            name.Validators.Add(option =>
            {
                if (option.GetValueOrDefault<string>() is { } value && (value.Trim().Length == 0 || value.Length > ApiKeyMapping.LongestName || value.Any(char.IsControl)))
                    option.AddError($"A name has 1 to {ApiKeyMapping.LongestName} characters, none of them a control character.");
            });
            return name;
        }

        public static Option<string> Scope()
        {
            var scope = new Option<string>("--scope") { Description = "read; curate, which also changes the graph; or admin, which also imports and more.", HelpName = "SCOPE", Required = true };
            scope.AcceptOnlyFromAmong([.. Scopes.All.Select(Scopes.Word)]);
            return scope;
        }

        public static Option<string?> Expires()
        {
            var expires = new Option<string?>("--expires") { Description = "The last day (UTC) on which it is good; for ever unless told.", HelpName = "DATE" };
            expires.Validators.Add(option =>
            {
                if (option.GetValueOrDefault<string?>() is { } value && (!TryDay(value, out var day) || day < DateOnly.FromDateTime(DateTime.UtcNow)))
                    option.AddError($"'{value}' is no day to come. Write it as 2030-12-31.");
            });
            return expires;
        }

        /// <summary>When a last day is over.</summary>
        public static DateTime? End(string? day) => TryDay(day, out var last) ? last.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : null;

        private static bool TryDay(string? text, out DateOnly day) => DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
