using AllianceApi.Graph;
using AllianceApi.Shapes;

namespace AllianceApi.Data;

/// <summary>The one row that tells this graph from others.</summary>
internal sealed class GraphIdentity
{
    public int Id { get; set; } = 1;

    /// <summary>Random, made with the database.</summary>
    public required string GraphId { get; set; }
}

/// <summary>A committed change: the graph's version.</summary>
internal sealed class Revision
{
    public long Number { get; set; }
    public DateTime Time { get; set; }

    /// <summary>Who committed it.</summary>
    public required string By { get; set; }
    public required string Note { get; set; }

    /// <summary>Whether it loaded packs; else it was made by hand.</summary>
    public bool IsLoad { get; set; }
}

internal sealed class StoredSection
{
    public required string DocumentId { get; set; }
    public required string Id { get; set; }
    public required string Title { get; set; }
    public string? ParentId { get; set; }
    public int Position { get; set; }

    /// <summary>The sections of a document, each behind the one that it is part of.</summary>
    public static IEnumerable<StoredSection> Of(Document document)
    {
        var depths = document.Sections.ToDictionary(section => section.Id, section => Depth(document, section));
        return document.Sections
            .Select((section, position) => new StoredSection { DocumentId = document.Id, Id = section.Id, Title = section.Title, ParentId = section.Parent, Position = position })
            .OrderBy(section => depths[section.Id]);
    }

    private static int Depth(Document document, Section section) =>
        section.Parent is { } parent ? 1 + Depth(document, document.Sections.First(candidate => candidate.Id == parent)) : 0;
}

internal sealed class StoredPassage
{
    public required string DocumentId { get; set; }
    public required string Locator { get; set; }
    public required string SectionId { get; set; }
    public int Start { get; set; }
    public int End { get; set; }
    public int Words { get; set; }
    public required string Sha256 { get; set; }

    /// <summary>The hashes of its runs, six bytes each.</summary>
    public required byte[] Runs { get; set; }

    public static IEnumerable<StoredPassage> Of(Document document) => document.Passages.Select(passage => new StoredPassage
    {
        DocumentId = document.Id,
        Locator = passage.Locator,
        SectionId = passage.Section,
        Start = passage.Start,
        End = passage.End,
        Words = passage.Words,
        Sha256 = passage.Sha256,
        Runs = RunHashes.Pack(passage.Runs),
    });
}

/// <summary>A fact, once, whatever the number of statements that make it.</summary>
internal sealed class StoredFact
{
    public required string Id { get; set; }
    public required string SubjectId { get; set; }

    /// <summary>With <see cref="ObjectId"/> for a relation; else null.</summary>
    public string? PredicateId { get; set; }
    public string? ObjectId { get; set; }

    /// <summary>With <see cref="Value"/> for an attribute; else null.</summary>
    public string? Attribute { get; set; }
    public string? Value { get; set; }
    public bool Negated { get; set; }
    public string? ValidFrom { get; set; }
    public string? ValidTo { get; set; }
    public long Revision { get; set; }

    public static StoredFact Of(Fact fact, long revision) => new()
    {
        Id = fact.Id,
        SubjectId = fact.Subject,
        PredicateId = fact.IsAttribute ? null : fact.Name,
        ObjectId = fact.IsAttribute ? null : fact.Target,
        Attribute = fact.IsAttribute ? fact.Name : null,
        Value = fact.IsAttribute ? fact.Target : null,
        Negated = fact.Negated,
        ValidFrom = fact.ValidFrom?.ToString(),
        ValidTo = fact.ValidTo?.ToString(),
        Revision = revision,
    };

    public Fact ToFact() => new()
    {
        Subject = SubjectId,
        Name = PredicateId ?? Attribute!,
        Target = ObjectId ?? Value!,
        IsAttribute = PredicateId is null,
        Negated = Negated,
        ValidFrom = ValidFrom is null ? null : PartialDate.Parse(ValidFrom, null),
        ValidTo = ValidTo is null ? null : PartialDate.Parse(ValidTo, null),
    };
}

/// <summary>A record as it was from one revision on until another replaced it or took it away. The present stands in the other tables.</summary>
internal sealed class PastVersion
{
    public RecordType Type { get; set; }
    public required string Id { get; set; }

    /// <summary>The revision that made it so.</summary>
    public long From { get; set; }

    /// <summary>The revision in which it was so no more.</summary>
    public long Until { get; set; }
    public Ending Ending { get; set; }

    /// <summary>What stands for it from then on, where it went.</summary>
    public string? Successor { get; set; }

    /// <summary>The record as a pack has it; of a fact the statements that made it and what they made of it.</summary>
    public required string Record { get; set; }
}

/// <summary>How a version of a record came to its end.</summary>
internal enum Ending
{
    Replaced,
    Deleted,
    Merged,
}

/// <summary>The answer to a write that came with an idempotency key, stored with what the write changed.</summary>
internal sealed class StoredAnswer
{
    /// <summary>For how long the same request gets the same answer.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>Who wrote: keys of one credential mean nothing to another.</summary>
    public required string Credential { get; set; }
    public required string Key { get; set; }

    /// <summary>The hash of all that the request asked for.</summary>
    public required string Fingerprint { get; set; }
    public DateTime Time { get; set; }
    public int Status { get; set; }

    /// <summary>The headers of the answer, as JSON.</summary>
    public required string Headers { get; set; }
    public required byte[] Body { get; set; }
}
