using System.Text.Json;
using AllianceApi.Graph;

namespace AllianceApi.Http;

/// <summary>Reads the members of a request, and gathers what is wrong with it, each with its place.</summary>
internal sealed class BodyReader(JsonElement body)
{
    public List<ProblemError> Errors { get; } = [];

    public void Refuse(string pointer, string message, IReadOnlyList<string>? allowed = null) =>
        Errors.Add(new ProblemError { Pointer = pointer, Message = message, Allowed = allowed });

    public void RefuseOthers(IReadOnlyList<string> known) => RefuseOthers(body, "", known);

    /// <summary>Refuses the members of an object within the body that it does not take.</summary>
    /// <param name="pointer">Where the object stands.</param>
    public void RefuseOthers(JsonElement element, string pointer, IReadOnlyList<string> known)
    {
        foreach (var member in element.EnumerateObject().Where(member => !known.Contains(member.Name)))
            Refuse($"{pointer}/{Escape(member.Name)}", $"There is no member '{Short(member.Name)}'.{Nearest.Question(Nearest.To(member.Name, known))}", known);
    }

    /// <summary>The items of a member that is a list; none where it is absent.</summary>
    public IReadOnlyList<JsonElement> List(string name)
    {
        if (Member(name) is not { } member)
            return [];
        if (member.ValueKind == JsonValueKind.Array)
            return [.. member.EnumerateArray()];
        Refuse($"/{name}", $"'{name}' is a list.");
        return [];
    }

    public bool Switch(string name, bool otherwise)
    {
        if (Member(name) is not { } member)
            return otherwise;
        if (member.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Refuse($"/{name}", $"'{name}' is true or false.");
        return member.ValueKind == JsonValueKind.True;
    }

    public int Whole(string name, int otherwise, int most)
    {
        if (Member(name) is not { } member)
            return otherwise;
        if (member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out var number) && number >= 1 && number <= most)
            return number;
        Refuse($"/{name}", $"'{name}' is a whole number from 1 to {most}.");
        return otherwise;
    }

    public string? Text(string name)
    {
        if (Member(name) is not { } member)
            return null;
        if (member.ValueKind == JsonValueKind.String)
            return member.GetString();
        Refuse($"/{name}", $"'{name}' is a text.");
        return null;
    }

    /// <summary>The values of an enumeration that a list names; null where it names none.</summary>
    public IReadOnlyCollection<T>? Words<T>(string name)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>().ToDictionary(Fragments.Word);
        var chosen = new List<T>();
        foreach (var (index, item) in List(name).Index())
        {
            if (item.ValueKind == JsonValueKind.String && values.TryGetValue(item.GetString()!, out var value))
                chosen.Add(value);
            else
                Refuse($"/{name}/{index}", $"'{name}' does not take {Short(item.GetRawText())}.", [.. values.Keys]);
        }
        return chosen.Count == 0 ? null : chosen;
    }

    /// <summary>A member as it was sent; null where it is absent, or is null, which is the same.</summary>
    public JsonElement? Member(string name) =>
        body.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    public static string Short(string text) => text.Length > PublicId.MaxLength ? $"{text[..PublicId.MaxLength]}…" : text;

    private static string Escape(string name) => Short(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
