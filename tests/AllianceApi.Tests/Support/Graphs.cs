using AllianceApi.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(InventedGraph))]
[assembly: AssemblyFixture(typeof(ListeningGraph))]
[assembly: AssemblyFixture(typeof(SeedGraph))]
[assembly: AssemblyFixture(typeof(CrowdedGraph))]
[assembly: AssemblyFixture(typeof(GuardedGraph))]

namespace AllianceApi.Tests.Support;

/// <summary>A small invented graph that has what the seed hardly has: see <c>Support/packs/fixture</c>.</summary>
public sealed class InventedGraph() : Api(() => Folder)
{
    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Support", "packs");
}

/// <summary>The graph that travels with the program. It is still worked on: tests rely on its promises and on no count.</summary>
public sealed class SeedGraph() : Api(() => Path.Combine(AppContext.BaseDirectory, "seed"));
