namespace AllianceApi.Graph;

/// <summary>Sorts facts by their public ids without putting these together, where the entities are numbered by theirs.</summary>
internal sealed class FactKeyOrder(Func<int, string> idOf)
{
    private const int NameBits = 24;

    public void Sort(FactKey[] keys)
    {
        var ranks = RanksOf(keys);
        long[] heads = [.. keys.Select(key => ((long)key.Subject << NameBits) | (long)ranks[NameOf(key)])];
        Array.Sort(heads, keys);
        var byTarget = Comparer<FactKey>.Create((x, y) => string.CompareOrdinal(TargetOf(x), TargetOf(y)));
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && heads[end] == heads[start])
                end++;
            if (end - start > 1)
                Array.Sort(keys, start, end - start, byTarget);
            start = end;
        }
    }

    /// <summary>The places of names in the order of the ids that have them.</summary>
    private static Dictionary<(bool Negated, string Name), int> RanksOf(FactKey[] keys) => keys.Select(NameOf).Distinct()
        .OrderBy(name => name.Negated ? $"not.{name.Name}." : $"{name.Name}.", StringComparer.Ordinal)
        .Select((name, rank) => KeyValuePair.Create(name, rank))
        .ToDictionary();

    private static (bool Negated, string Name) NameOf(FactKey key) => (key.Negated, key.Predicate?.Id ?? key.Literal!.Name);

    private string TargetOf(FactKey key)
    {
        var target = key.Literal is { } literal ? Fact.PartOf(literal.Value) : idOf(key.Object);
        return key.Period is { } period ? $"{target}.{period.From}_{period.To}" : target;
    }
}
