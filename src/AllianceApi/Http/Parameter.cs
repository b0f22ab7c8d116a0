using AllianceApi.Graph;

namespace AllianceApi.Http;

/// <summary>What a parameter's values are, as OpenAPI says it.</summary>
internal enum ParameterType
{
    Text,
    Integer,
    Boolean,
    Date,
}

/// <summary>
/// A query parameter as one object: it documents itself in OpenAPI, refuses what it does not take, and applies what it does.
/// </summary>
internal sealed record Parameter
{
    public required string Name { get; init; }

    public required string Description { get; init; }

    public ParameterType Type { get; init; }

    /// <summary>The values that it takes; empty where they are not a list.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Whether several values may stand with commas between them.</summary>
    public bool Many { get; init; } = true;

    /// <summary>The least number that it takes.</summary>
    public int? Least { get; init; }

    /// <summary>The greatest number that it takes.</summary>
    public int? Most { get; init; }

    /// <summary>What holds where it is not given.</summary>
    public string? Default { get; init; }

    /// <summary>Whether there is no answer without it.</summary>
    public bool Required { get; init; }

    /// <summary>A value that leads to something; shown of required parameters only, so that whoever presses <em>Execute</em> is answered and not filtered.</summary>
    public Func<Snapshot, string?>? Example { get; init; }

    /// <summary>Takes the values, which are not empty and, where there is a list, allowed.</summary>
    public required Action<QueryContext, IReadOnlyList<string>> Apply { get; init; }

    /// <summary>One that is <c>true</c> or, unless told, <c>false</c>; the endpoint keeps what was asked in an object of its own.</summary>
    public static Parameter Switch<TOwn>(string name, string description, Action<TOwn, bool> apply)
        where TOwn : class, new() => new()
        {
            Name = name,
            Description = description,
            Type = ParameterType.Boolean,
            Allowed = ["true", "false"],
            Many = false,
            Default = "false",
            Apply = (context, values) => apply(context.Query.Own<TOwn>(), values[0] == "true"),
        };
}
