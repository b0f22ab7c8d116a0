using System.CommandLine;

namespace AllianceApi.Commands;

internal static class ServeCommand
{
    public const string Name = "serve";

    public static readonly string[] Examples =
    [
        "AllianceApi serve",
        "AllianceApi serve --urls http://localhost:8080 --ConnectionStrings:Graph='Data Source=data/graph.db'",
    ];

    public static Command Build(Hosting hosting, IReadOnlyList<string> settings)
    {
        var command = new Command(Name, "Serve the graph over HTTP. An empty database is seeded first.");
        command.SetAction((_, cancellation) => hosting.Serve([.. settings], cancellation));
        return command;
    }
}
