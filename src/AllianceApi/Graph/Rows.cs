using System.Text.Json;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Graph;

/// <summary>An entity of a snapshot: what lists and details read, its texts escaped once.</summary>
internal sealed record EntityRow : IRow<EntityRow>
{
    public static bool IsThere(in EntityRow row) => row is not null;

    public required string Id { get; init; }
    public required Kind Kind { get; init; }
    public required string Name { get; init; }

    /// <summary>The name as lists sort it.</summary>
    public required string Fold { get; init; }
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The values of the kind's members, in their order.</summary>
    public required IReadOnlyList<string?> Members { get; init; }

    /// <summary>The ids of the statements that the summary rests on.</summary>
    public required IReadOnlyList<string> SummaryEvidence { get; init; }

    /// <summary>The reference, a JSON object.</summary>
    public required byte[] Reference { get; init; }

    /// <summary>The id, as the reference has it.</summary>
    public ReadOnlySpan<byte> IdText => Reference.AsSpan("{\"id\":\"".Length, Id.Length);

    /// <summary>The members common to all kinds, from <c>aliases</c> to <c>sameAs</c>.</summary>
    public required byte[] Common { get; init; }
    public required long Revision { get; init; }
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The typed members and attributes, each behind a comma; empty where there are none.</summary>
    public byte[] Typed { get; init; } = [];

    /// <summary>Its relations, a group behind the other, in each by id.</summary>
    public int[] Relations { get; init; } = [];

    /// <summary>The entity at the other end of each relation; its complement where the relation is denied.</summary>
    public int[] Ends { get; init; } = [];
    public Group[] Groups { get; init; } = [];
    public int[] Attributes { get; init; } = [];

    /// <summary>The statements that mention it, in their order.</summary>
    public int[] Statements { get; init; } = [];

    /// <summary>The names on which its stated and asserted facts contradict each other.</summary>
    public IReadOnlyList<string> Contested { get; init; } = [];

    public string? Member(Field member)
    {
        for (var i = 0; i < Kind.Members.Count; i++)
        {
            if (Kind.Members[i] == member)
                return Members[i];
        }
        return null;
    }

    /// <summary>The record that the row was made of.</summary>
    public Entity ToEntity()
    {
        using var common = JsonDocument.Parse($"{{{System.Text.Encoding.UTF8.GetString(Common)}}}");
        var entity = Kind.Create();
        (entity.Id, entity.Name, entity.Revision, entity.UpdatedAt) = (Id, Name, Revision, UpdatedAt);
        entity.Aliases = [.. Aliases];
        entity.Summary = common.RootElement.GetProperty("summary").GetString()!;
        entity.SummaryEvidence = [.. SummaryEvidence];
        entity.SameAs = [.. common.RootElement.GetProperty("sameAs").EnumerateArray().Select(url => url.GetString()!)];
        foreach (var (member, value) in Kind.Members.Zip(Members))
            member.Write(entity, value);
        return entity;
    }
}

/// <summary>Some of an entity's relations: those under one predicate in one direction.</summary>
internal readonly record struct Group(PredicateRow Predicate, GroupDirection Direction, int Start, int Count);

/// <summary>A statement with its texts escaped once.</summary>
internal sealed record StatementRow : IRow<StatementRow>
{
    public static bool IsThere(in StatementRow row) => row is not null;

    public required string Id { get; init; }
    public required int Document { get; init; }

    /// <summary>The passages that it cites, as rows of all passages.</summary>
    public required int[] Passages { get; init; }

    /// <summary>Its bearers.</summary>
    public required int[] AttributedTo { get; init; }
    public required Strength Strength { get; init; }

    /// <summary>The text and, where it has one, the qualifier.</summary>
    public required byte[] Core { get; init; }
    public required long Revision { get; init; }
    public required DateTime UpdatedAt { get; init; }
    public int[] Asserts { get; init; } = [];
    public int[] Denies { get; init; } = [];

    public IEnumerable<int> Facts => Denies.Length == 0 ? Asserts : Asserts.Concat(Denies);

    /// <summary>The text and, where it has one, the qualifier.</summary>
    public (string Text, string? Qualifier) Texts()
    {
        using var core = JsonDocument.Parse($"{{{System.Text.Encoding.UTF8.GetString(Core)}}}");
        return (core.RootElement.GetProperty("text").GetString()!, core.RootElement.TryGetProperty("qualifier", out var qualifier) ? qualifier.GetString() : null);
    }
}

/// <summary>A passage and the statements on it, in their order.</summary>
internal sealed record PassageRow(Passage Passage, int Document) : IRow<PassageRow>
{
    public static bool IsThere(in PassageRow row) => row is not null;

    public int[] Statements { get; init; } = [];
}

/// <summary>A document; its passages follow the first.</summary>
internal sealed record DocumentRow(Document Document, int FirstPassage)
{
    public string Id => Document.Id;
}

/// <summary>A predicate of a snapshot, with the JSON of both ways of reading it.</summary>
internal sealed class PredicateRow
{
    public required Predicate Predicate { get; init; }

    /// <summary>Id and label, as it reads from the subject.</summary>
    public required byte[] Reference { get; init; }

    /// <summary>What stands between the ids of its ends in the id of a relation.</summary>
    public required byte[] InId { get; init; }

    /// <summary>The same in the id of one that is denied.</summary>
    public required byte[] InDenial { get; init; }

    /// <summary>What stands between the ids of the ends of an edge.</summary>
    public required byte[] BetweenEnds { get; init; }

    /// <summary>Its own id with the label that reads from the object.</summary>
    public required byte[] InverseReference { get; init; }
    public string Id => Predicate.Id;
}
