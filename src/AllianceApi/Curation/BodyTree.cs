using System.Globalization;
using System.Text.Json;
using AllianceApi.Http;
using AllianceApi.Packs;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Curation;

/// <summary>
/// Makes of JSON the trees that packs are checked by, so that one set of rules serves both; each node knows the pointer to where it came from.
/// A reference stands for its id, a fact for what it says: what a GET shows can be sent back.
/// </summary>
internal sealed class BodyTree
{
    private readonly List<string> _pointers = [];

    /// <summary>A record without the members that follow from others, and without those that are null.</summary>
    public PackMapping Record(JsonElement body, string pointer, IReadOnlySet<string> derived) => Mapping(body, pointer, derived);

    public PackNode Node(JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.Object when IsReference(value) => Node(value.GetProperty("id"), pointer),
        JsonValueKind.Object => Mapping(value, pointer, value.TryGetProperty("fact", out _) ? IdOfFact : Nothing),
        JsonValueKind.Array => Sequence(value, pointer),
        JsonValueKind.String => Scalar(value.GetString()!, pointer, ScalarType.Text),
        JsonValueKind.Number => Scalar(value.GetRawText(), pointer, ScalarType.Number),
        JsonValueKind.Null => Scalar("", pointer, ScalarType.Nothing),
        _ => Scalar(value.ValueKind == JsonValueKind.True ? "true" : "false", pointer, ScalarType.Boolean),
    };

    public PackScalar Text(string value, string pointer) => Scalar(value, pointer, ScalarType.Text);

    public PackSequence Sequence(string pointer) => new("", 1, Place(pointer));

    public PackMapping Mapping(string pointer) => new("", 1, Place(pointer));

    /// <summary>A problem that the checks of packs found, at its place in the body.</summary>
    public ProblemError Error(PackProblem problem)
    {
        var message = $"{char.ToUpper(problem.Message[0], CultureInfo.InvariantCulture)}{problem.Message[1..]}";
        return new ProblemError { Pointer = _pointers[problem.Column - 1], Message = problem.Mend.Length > 0 ? $"{message} {problem.Mend}" : message };
    }

    /// <summary>A member's pointer below another.</summary>
    public static string Below(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private static IReadOnlySet<string> Nothing { get; } = new HashSet<string>();

    private static IReadOnlySet<string> IdOfFact { get; } = new HashSet<string>(StringComparer.Ordinal) { "id" };

    private static bool IsReference(JsonElement value) =>
        value.TryGetProperty("kind", out _) && value.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String;

    private PackMapping Mapping(JsonElement body, string pointer, IReadOnlySet<string> without)
    {
        var mapping = Mapping(pointer);
        foreach (var member in body.EnumerateObject().Where(member => !without.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.Null))
        {
            var below = Below(pointer, member.Name);
            mapping.TryAdd(Text(member.Name, below), Node(member.Value, below));
        }
        return mapping;
    }

    private PackSequence Sequence(JsonElement items, string pointer)
    {
        var sequence = Sequence(pointer);
        foreach (var (item, index) in items.EnumerateArray().Select((item, index) => (item, index)))
            sequence.Items.Add(Node(item, FormattableString.Invariant($"{pointer}/{index}")));
        return sequence;
    }

    private PackScalar Scalar(string value, string pointer, ScalarType type) => new("", 1, Place(pointer), value, type);

    private int Place(string pointer)
    {
        _pointers.Add(pointer);
        return _pointers.Count;
    }
}
