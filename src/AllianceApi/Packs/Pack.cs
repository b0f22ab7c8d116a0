using AllianceApi.Graph;
using AllianceApi.Kinds;

namespace AllianceApi.Packs;

/// <summary>A pack that was read and found to be without problems, and where each record of it stands.</summary>
internal sealed record Pack
{
    public required IReadOnlyList<Document> Documents { get; init; }

    public required IReadOnlyList<Predicate> Predicates { get; init; }

    public required IReadOnlyList<Entity> Entities { get; init; }

    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>The place of a record, for what an importer still finds wrong with it.</summary>
    public required Func<PackRecord, string, PackPlace> PlaceOf { get; init; }

    /// <summary>A problem with one record of the pack.</summary>
    public PackProblem Problem(PackRecord type, string id, string message, string mend)
    {
        var (file, line, column) = PlaceOf(type, id);
        return new PackProblem(file, line, column, message, mend);
    }
}

/// <summary>What a pack holds.</summary>
internal enum PackRecord
{
    Document,
    Predicate,
    Entity,
    Statement,
}

internal sealed record PackPlace(string File, int Line, int Column);

/// <summary>A pack, or all that is wrong with it in the order of its files.</summary>
internal sealed record PackResult(Pack? Pack, IReadOnlyList<PackProblem> Problems);
