using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Graph.Patterns;
using AllianceApi.Http;
using AllianceApi.Shapes;

namespace AllianceApi.Matching;

/// <summary>Reads what a literal must pass: a text that it is, or a comparison.</summary>
internal sealed class ComparisonReader(BodyReader body)
{
    private const int MostOperands = 200;

    private static readonly Dictionary<string, Operator> Operators = Enum.GetValues<Operator>().ToDictionary(Fragments.Word, StringComparer.Ordinal);

    public Comparison? Read(JsonElement element, Name name, string pointer)
    {
        if (element.ValueKind == JsonValueKind.String)
            return ReadCondition(Operator.Eq, element, name, pointer) is { } equal ? new Comparison([equal]) : null;
        if (element.ValueKind != JsonValueKind.Object || !element.EnumerateObject().Any())
        {
            body.Refuse(pointer, "Here stands a literal in quotes, a variable, or a comparison such as { \"gte\": \"1950\" }.", [.. Operators.Keys]);
            return null;
        }
        var conditions = new List<Condition>();
        var whole = true;
        foreach (var member in element.EnumerateObject())
        {
            if (!Operators.TryGetValue(member.Name, out var comparison))
                body.Refuse(pointer, $"There is no comparison '{BodyReader.Short(member.Name)}'.{Nearest.Question(Nearest.To(member.Name, Operators.Keys))}", [.. Operators.Keys]);
            else if (ReadCondition(comparison, member.Value, name, $"{pointer}/{member.Name}") is { } condition)
                conditions.Add(condition);
            whole &= Operators.ContainsKey(member.Name);
        }
        return whole && conditions.Count == element.EnumerateObject().Count() ? new Comparison(conditions) : null;
    }

    private Condition? ReadCondition(Operator comparison, JsonElement value, Name name, string pointer)
    {
        JsonElement[] operands = comparison == Operator.In && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        if (comparison == Operator.In && value.ValueKind != JsonValueKind.Array || operands.Length is 0 or > MostOperands)
            return Refuse(pointer, $"'in' takes a list of 1 to {MostOperands} literals.");
        if (Array.Exists(operands, operand => operand.ValueKind != JsonValueKind.String))
            return Refuse(pointer, "A literal is a text in quotes: write \"1953\", not 1953.");
        string[] texts = [.. operands.Select(operand => operand.GetString()!)];
        return Check(comparison, texts, name, pointer) ? new Condition(comparison, texts) : null;
    }

    /// <summary>Whether these texts can be what the name has.</summary>
    private bool Check(Operator comparison, string[] texts, Name name, string pointer)
    {
        var isRange = comparison is Operator.Gte or Operator.Gt or Operator.Lte or Operator.Lt;
        if (isRange && name.Type != NameType.Any && !LiteralNames.IsDate(name.Id))
            Refuse(pointer, $"'{name.Id}' is no date: only dates have an order. Use eq, in or startsWith.");
        else if ((isRange || (LiteralNames.IsDate(name.Id) && comparison != Operator.StartsWith)) && Array.Find(texts, text => !PartialDate.TryParse(text, null, out _)) is { } noDate)
            Refuse(pointer, $"'{BodyReader.Short(noDate)}' is no date. {PartialDate.Form}");
        else if (comparison != Operator.StartsWith && LiteralNames.Choices(name.Id) is { Count: > 0 } choices && Array.Find(texts, text => !choices.Contains(text)) is { } wrong)
            Refuse(pointer, $"'{name.Id}' is never '{BodyReader.Short(wrong)}'.{Nearest.Question(Nearest.To(wrong, choices))}", choices);
        else
            return true;
        return false;
    }

    private Condition? Refuse(string pointer, string message, IReadOnlyList<string>? allowed = null)
    {
        body.Refuse(pointer, message, allowed);
        return null;
    }
}
