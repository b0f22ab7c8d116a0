namespace AllianceApi.Imports;

/// <summary>A pack that was sent to be loaded, and how far that is.</summary>
public sealed record ImportResponse
{
    /// <summary>Its number: later ones have higher ones.</summary>
    /// <example>1</example>
    public required long Id { get; init; }

    /// <summary><c>queued</c>, <c>running</c>, <c>succeeded</c>, <c>failed</c> or <c>cancelled</c>. The last three are for good.</summary>
    public required ImportStatus Status { get; init; }

    /// <summary>The media type in which it was sent.</summary>
    /// <example>application/x-ndjson</example>
    public required string MediaType { get; init; }

    /// <summary>How long it is, in bytes.</summary>
    /// <example>524288</example>
    public required long Bytes { get; init; }

    /// <summary>Whether it is only tried.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Whether what was changed by hand may be lost.</summary>
    public required bool Overwrite { get; init; }

    /// <summary>Who sent it.</summary>
    /// <example>Ada</example>
    public required string By { get; init; }

    /// <summary>Why, as they say.</summary>
    public string? Note { get; init; }

    /// <summary>When it was sent, in UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it was begun, in UTC.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>When it was over, in UTC.</summary>
    public DateTime? FinishedAt { get; init; }

    /// <summary>What it is at, while it runs.</summary>
    public ImportProgress? Progress { get; init; }

    /// <summary>What it came to, once it is over.</summary>
    public ImportOutcome? Outcome { get; init; }

    /// <summary>Where this is to be had.</summary>
    public required Shapes.Links Links { get; init; }
}

/// <summary>What an import is at.</summary>
public sealed record ImportProgress
{
    /// <summary><c>reading</c>, <c>checking</c> or <c>writing</c>.</summary>
    /// <example>reading</example>
    public required string Phase { get; init; }

    /// <summary>How many of its records were read so far.</summary>
    /// <example>1200</example>
    public required long Records { get; init; }
}

/// <summary>What an import came to.</summary>
public sealed record ImportOutcome
{
    /// <summary>The revision that it made; the one that was there already where nothing was to be changed or it was only tried.</summary>
    /// <example>2</example>
    public long? Revision { get; init; }

    /// <summary>How many records it put.</summary>
    public ImportCounts? Put { get; init; }

    /// <summary>How many records it deleted.</summary>
    public ImportCounts? Deleted { get; init; }

    /// <summary>What keeps it from being loaded, a thousand at most, in the order of the files.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];

    /// <summary>How many problems there are.</summary>
    /// <example>0</example>
    public int ProblemsTotal { get; init; }
}

/// <summary>Records of a pack, by their type.</summary>
public sealed record ImportCounts
{
    /// <summary>Source texts.</summary>
    /// <example>1</example>
    public required int Documents { get; init; }

    /// <summary>Relation types.</summary>
    /// <example>50</example>
    public required int Predicates { get; init; }

    /// <summary>Entities.</summary>
    /// <example>243</example>
    public required int Entities { get; init; }

    /// <summary>Statements.</summary>
    /// <example>175</example>
    public required int Statements { get; init; }
}

/// <summary>One thing that is wrong with a pack.</summary>
public sealed record ImportProblem
{
    /// <summary>The file: of a zip its path behind the archive's name.</summary>
    /// <example>pack.ndjson</example>
    public required string File { get; init; }

    /// <summary>The line, from 1; 0 where it is about the whole file.</summary>
    /// <example>12</example>
    public required int Line { get; init; }

    /// <summary>The column, from 1; 0 where it is about the whole file.</summary>
    /// <example>5</example>
    public required int Column { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Mend { get; init; }
}
