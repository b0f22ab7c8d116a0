using System.Globalization;
using AllianceApi.Graph;
using AllianceApi.Graph.Patterns;

namespace AllianceApi.Matching;

/// <summary>Writes a plan, and what came of it, as <see cref="PlanEntry"/> has it.</summary>
internal static class PlanWriter
{
    public static void Write(JsonBuffer json, Join join, IReadOnlyList<PlanStep> plan)
    {
        json.Raw(",\"plan\":["u8);
        for (var i = 0; i < plan.Count; i++)
        {
            if (i > 0)
                json.Raw(","u8);
            Entry(json, join.Levels[i], plan[i].By, plan[i].Estimate);
            foreach (var not in join.Levels[i].Not)
            {
                json.Raw(","u8);
                Entry(json, not, "not", estimate: null);
            }
        }
        json.Raw("]"u8);
    }

    private static void Entry(JsonBuffer json, Level level, string by, double? estimate)
    {
        json.Raw("{\"pointer\":"u8);
        json.String(level.Term.Pointer);
        json.Raw(",\"term\":"u8);
        json.Raw(System.Text.Encoding.UTF8.GetBytes(level.Term.Text!));
        json.Raw(",\"by\":\""u8);
        json.Ascii(by);
        json.Raw("\""u8);
        if (estimate is { } expected)
        {
            json.Raw(",\"estimate\":"u8);
            json.Ascii(expected.ToString(CultureInfo.InvariantCulture));
        }
        json.Raw(",\"tried\":"u8);
        json.Number(level.Tried);
        json.Raw(",\"found\":"u8);
        json.Number(level.Found);
        json.Raw("}"u8);
    }
}
