namespace AllianceApi.Graph;

/// <summary>Numbers facts in the order of their public ids without putting these together, where the entities are numbered by theirs.</summary>
internal sealed class FactKeyOrder(Func<int, string> idOf)
{
    private const int NameBits = 24;

    /// <summary>The facts that there are, in order, and the row of each of the keys.</summary>
    public (FactRow[] Facts, int[] RowOf) Number(FactKey[] keys)
    {
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Sort(keys, order);
        var facts = new List<FactRow>(keys.Length);
        var rowOf = new int[keys.Length];
        for (var i = 0; i < order.Length; i++)
        {
            if (i == 0 || keys[order[i]] != keys[order[i - 1]])
                facts.Add(FactRow.Of(keys[order[i]]));
            rowOf[order[i]] = facts.Count - 1;
        }
        return ([.. facts], rowOf);
    }

    private void Sort(FactKey[] keys, int[] order)
    {
        var ranks = RanksOf(keys);
        var heads = Array.ConvertAll(keys, key => ((long)key.Subject << NameBits) | (long)ranks[NameOf(key)]);
        Array.Sort(heads, order);
        var byTarget = Comparer<int>.Create((x, y) => string.CompareOrdinal(TargetOf(keys[x]), TargetOf(keys[y])));
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && heads[end] == heads[start])
                end++;
            if (end - start > 1)
                Array.Sort(order, start, end - start, byTarget);
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
