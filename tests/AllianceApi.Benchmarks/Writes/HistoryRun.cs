namespace AllianceApi.Benchmarks.Writes;

/// <summary>
/// What history costs: the bytes that it takes, and whether reads that do not ask for it pay for it.
/// Two servers have the same graph; one of them is what it was again after many changes.
/// </summary>
internal sealed class HistoryRun(string folder, int seconds, int rounds)
{
    private const int Changes = 2_000;

    public async Task RunAsync()
    {
        await using var plain = await Server.StartAsync(Path.Combine(folder, "plain"));
        await using var changed = await ChangedAsync();
        var subjects = (await Bodies.OfAsync(plain)).Subjects.ToList();
        await CompareAsync("by id with relations and evidence", [.. subjects.Select(id => $"/api/v1/entities/{id}")], plain, changed);
        await CompareAsync("lists of statements and of entities", ["/api/v1/statements?limit=50", "/api/v1/entities?limit=50", "/api/v1/actors?limit=50"], plain, changed);
    }

    /// <summary>A server whose statements were changed and changed back; started anew, so that only its history tells it from the other.</summary>
    private async Task<Server> ChangedAsync()
    {
        var database = Path.Combine(folder, "changed");
        await using (var server = await Server.StartAsync(database))
            await server.StopAsync();
        var before = Size(database);
        await using (var server = await Server.StartAsync(database))
        {
            await ChangeAsync(server);
            await server.StopAsync();
        }
        WritesRun.Say($"| growth of the database by the change of a statement's text, its facts' past included | {(Size(database) - before) / 1024.0 / Changes:0.00} kB |");
        return await Server.StartAsync(database);
    }

    private static async Task ChangeAsync(Server server)
    {
        var statements = (await server.ReadAsync("statements?limit=200")).GetProperty("items").EnumerateArray().ToList();
        for (var change = 0; change < Changes / 2; change++)
        {
            var statement = statements[change % statements.Count];
            var path = $"statements/{statement.GetProperty("id").GetString()}";
            await server.WriteAsync(HttpMethod.Patch, path, """{ "text": "Said otherwise for a while." }""");
            await server.WriteAsync(HttpMethod.Patch, path, $$"""{ "text": {{statement.GetProperty("text").GetRawText()}} }""");
        }
    }

    private async Task CompareAsync(string name, IReadOnlyList<string> paths, Server plain, Server changed)
    {
        var (first, second) = (new Question(name, plain.Url, paths), new Question(name, changed.Url, paths));
        foreach (var question in new[] { first, second })
            await Load.OfAsync(question, question.Base!, folder, seconds: 1);
        var loads = new List<(double With, double Without)>();
        for (var round = 0; round < rounds; round++)
        {
            var without = await Load.OfAsync(first, plain.Url, folder, seconds: seconds);
            var with = await Load.OfAsync(second, changed.Url, folder, seconds: seconds);
            loads.Add((with.PerSecond, without.PerSecond));
        }
        WritesRun.Say($"| reads {name}, after {Changes} changes | {WritesRun.Share(loads)} |");
    }

    private static long Size(string database) => Directory.EnumerateFiles(database, "graph.db*").Sum(file => new FileInfo(file).Length);
}
