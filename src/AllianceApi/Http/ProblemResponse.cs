namespace AllianceApi.Http;

/// <summary>What went wrong, and what to do about it (RFC 9457).</summary>
public sealed record ProblemResponse
{
    /// <summary>The path of a page that says what this kind of problem means.</summary>
    /// <example>/problems/invalid-parameter</example>
    public required string Type { get; init; }

    /// <summary>The kind of problem in a line, the same each time.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    /// <example>400</example>
    public required int Status { get; init; }

    /// <summary>The kind of problem as a stable code.</summary>
    /// <example>invalid-parameter</example>
    public required string Code { get; init; }

    /// <summary>What was wrong this time, and the mend.</summary>
    public required string Detail { get; init; }

    /// <summary>The path that was asked for.</summary>
    /// <example>/api/v1/treaties</example>
    public required string Instance { get; init; }

    /// <summary>Each parameter or member that is wrong.</summary>
    public IReadOnlyList<ProblemError>? Errors { get; init; }

    /// <summary>The id under which the log has this request.</summary>
    public required string TraceId { get; init; }

    /// <summary>The revision that deleted what was asked for (code <c>gone</c>).</summary>
    public long? DeletedIn { get; init; }

    /// <summary>When it was deleted, in UTC (code <c>gone</c>).</summary>
    public DateTime? DeletedAt { get; init; }

    /// <summary>The id that stands for it now, if any (code <c>gone</c>).</summary>
    public string? Successor { get; init; }
}

/// <summary>One thing that is wrong with a request.</summary>
public sealed record ProblemError
{
    /// <summary>The query parameter that is wrong.</summary>
    /// <example>limit</example>
    public string? Parameter { get; init; }

    /// <summary>The place in the body that is wrong, as a JSON Pointer.</summary>
    public string? Pointer { get; init; }

    /// <summary>What is wrong, and the mend.</summary>
    public required string Message { get; init; }

    /// <summary>What is allowed, where that is a list.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }
}
