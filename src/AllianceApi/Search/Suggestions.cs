using AllianceApi.Graph;
using AllianceApi.Graph.Search;

namespace AllianceApi.Search;

/// <summary>Shows what completes a name.</summary>
internal static class Suggestions
{
    public static IEnumerable<Suggestion> Of(Snapshot graph, string typed, int limit, IReadOnlyCollection<string>? kinds)
    {
        var completion = new Completion(graph.Search(), id => graph.Entities[graph.FindEntity(id)!.Value] is var entity ? (entity.Statements.Length, entity.Name) : default);
        return completion.Of(typed, limit, kinds).Select(completed => Shown(graph.Entities[graph.FindEntity(completed.Id)!.Value], completed.Tier, NameTable.Fold(typed)));
    }

    private static Suggestion Shown(EntityRow entity, NameTier tier, string wanted) => new()
    {
        Id = entity.Id,
        Kind = entity.Kind.Id,
        Name = entity.Name,
        Matched = tier switch
        {
            NameTier.Alias => entity.Aliases.First(alias => NameTable.Fold(alias).StartsWith(wanted, StringComparison.Ordinal)),
            NameTier.Word => entity.Aliases.Prepend(entity.Name).First(name => NameTable.Fold(name).Contains($" {wanted}", StringComparison.Ordinal)),
            _ => entity.Name,
        },
    };
}
