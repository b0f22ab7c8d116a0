using AllianceApi.Graph.Patterns;

namespace AllianceApi.Matching;

/// <summary>A request that can be asked.</summary>
/// <param name="Identity">What it asks for, whatever the page: cursors are bound to it.</param>
/// <param name="Order">The order of terms that the cursor holds; null where there is none, and the planner decides.</param>
/// <param name="After">What the row is known by behind which to go on.</param>
internal sealed record MatchQuery(Pattern Pattern, int Limit, bool Evidence, bool Explain, string Identity, IReadOnlyList<int>? Order, string[]? After);
