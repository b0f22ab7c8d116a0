using AllianceApi.Shapes;

namespace AllianceApi.Service;

/// <summary>The service document: what there is, how much of it, and where.</summary>
public sealed record ServiceResponse
{
    /// <summary>What this service is.</summary>
    public required string Title { get; init; }

    /// <summary>The version of the program.</summary>
    /// <example>1.0.0</example>
    public required string Version { get; init; }

    /// <summary>The id of the graph: another graph, or one made anew, has another.</summary>
    public required string Graph { get; init; }

    /// <summary>The graph's revision: one more with every committed change.</summary>
    public required long Revision { get; init; }

    /// <summary>When that revision was committed, in UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>Every collection.</summary>
    public required IReadOnlyList<CollectionResponse> Collections { get; init; }

    /// <summary>Where to go on.</summary>
    public required ServiceLinks Links { get; init; }
}

/// <summary>A collection of the API.</summary>
public sealed record CollectionResponse
{
    /// <summary>Its name, the last part of its path.</summary>
    /// <example>treaties</example>
    public required string Name { get; init; }

    /// <summary>What it holds.</summary>
    public required string Description { get; init; }

    /// <summary>How many items it has.</summary>
    public required int Count { get; init; }

    /// <summary>Where it is to be had.</summary>
    public required Links Links { get; init; }
}

/// <summary>Where to go on from the service document, as paths of this API.</summary>
public sealed record ServiceLinks : Links
{
    /// <summary>Swagger UI.</summary>
    public required string Swagger { get; init; }

    /// <summary>The OpenAPI document.</summary>
    public required string Openapi { get; init; }

    /// <summary>The ontology.</summary>
    public required string Schema { get; init; }

    /// <summary>What has a date.</summary>
    public required string Timeline { get; init; }

    /// <summary>The whole graph, in many formats.</summary>
    public required string Graph { get; init; }

    /// <summary>The whole graph as a pack, to be imported elsewhere.</summary>
    public required string Pack { get; init; }

    /// <summary>The changes of the graph, with who, when and why.</summary>
    public required string Revisions { get; init; }

    /// <summary>The feed by which others keep a copy.</summary>
    public required string Changes { get; init; }

    /// <summary>What errors mean.</summary>
    public required string Problems { get; init; }
}
