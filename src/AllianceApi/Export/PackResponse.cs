using System.Text.Json;

namespace AllianceApi.Export;

/// <summary>A pack as one object: what is exported from one graph and imported into another. <c>/schemas/pack.json</c> has the form of its records.</summary>
public sealed record PackResponse
{
    /// <summary>The source texts: outline, places and hashes of passages, never the words.</summary>
    public required IReadOnlyList<JsonElement> Documents { get; init; }

    /// <summary>The relation types.</summary>
    public required IReadOnlyList<JsonElement> Predicates { get; init; }

    /// <summary>The things that statements speak of.</summary>
    public required IReadOnlyList<JsonElement> Entities { get; init; }

    /// <summary>What passages say, with the facts that each supports.</summary>
    public required IReadOnlyList<JsonElement> Statements { get; init; }
}
