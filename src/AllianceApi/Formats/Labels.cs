using System.Text;
using AllianceApi.Graph;

namespace AllianceApi.Formats;

/// <summary>How facts and names read where they are drawn.</summary>
internal static class Labels
{
    /// <summary>A relation's label, with what weakens or denies it said in words.</summary>
    public static string Of(FactRow fact) => fact.Negated ? $"not: {fact.Predicate!.Predicate.Label}" : fact.Predicate!.Predicate.Label;

    /// <summary>Whether a relation is drawn with dashes: it is somebody's view, or not put as being so.</summary>
    public static bool IsDashed(FactRow fact) => fact.Strength != Strength.Strongest;

    /// <summary>What tells a relation from a plain one.</summary>
    public static IEnumerable<string> ClassesOf(FactRow fact)
    {
        yield return fact.Name;
        yield return Fragments.Word(fact.Strength.Standing);
        yield return Fragments.Word(fact.Strength.Modality);
        if (fact.Negated)
            yield return "denied";
        if (fact.Contested)
            yield return "contested";
    }

    /// <summary>A text as XML may have it: what it may not is replaced.</summary>
    public static string ForXml(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\uFFFE' or '\uFFFF' or < ' ' and not ('\t' or '\n' or '\r') || char.IsSurrogate(text[i]))
                return Replaced(text);
        }
        return text;
    }

    /// <summary>A text on one line and of at most so many characters; the rest is an ellipsis.</summary>
    public static string Short(string text, int longest)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= longest)
            return line;
        var end = longest - 1;
        return string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[end - 1]) ? end - 1 : end), "…");
    }

    private static string Replaced(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value is 0xFFFE or 0xFFFF or < ' ' and not ('\t' or '\n' or '\r') ? Rune.ReplacementChar.ToString() : rune.ToString());
        return clean.ToString();
    }
}
