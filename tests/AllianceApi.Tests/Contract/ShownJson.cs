using System.Text.Json;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>Holds an answer as documentation shows it, shortened, against the real one: what is shown is there, in this order.</summary>
internal static class ShownJson
{
    private static readonly JsonDocumentOptions Shortened = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static void IsIn(string shown, string real)
    {
        using var part = JsonDocument.Parse(shown, Shortened);
        using var whole = JsonDocument.Parse(real);
        Assert.True(IsIn(part.RootElement, whole.RootElement), $"Shown:\n{shown}\nReally:\n{real}");
    }

    private static bool IsIn(JsonElement shown, JsonElement real) => shown.ValueKind == real.ValueKind && shown.ValueKind switch
    {
        JsonValueKind.Object => shown.EnumerateObject().All(member => real.TryGetProperty(member.Name, out var value) && IsIn(member.Value, value)),
        JsonValueKind.Array => AreIn(shown, real),
        _ => shown.GetRawText() == real.GetRawText(),
    };

    private static bool AreIn(JsonElement shown, JsonElement real)
    {
        var rest = real.EnumerateArray();
        return shown.EnumerateArray().All(item =>
        {
            while (rest.MoveNext())
            {
                if (IsIn(item, rest.Current))
                    return true;
            }
            return false;
        });
    }
}
