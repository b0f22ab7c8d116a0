namespace AllianceApi.Graph;

/// <summary>The statements that come to a fact and leave it.</summary>
internal sealed class FactChange
{
    private int[] _gained = [];
    private int[] _lost = [];

    /// <summary>The youngest revision of what changed.</summary>
    public long Revision { get; private set; }

    public void Gain(int statement, long revision)
    {
        _gained = _gained.Contains(statement) ? _gained : [.. _gained, statement];
        Revision = Math.Max(Revision, revision);
    }

    public void Lose(int statement, long revision)
    {
        if (_gained.Contains(statement))
            _gained = [.. _gained.Where(gained => gained != statement)];
        else
            _lost = [.. _lost, statement];
        Revision = Math.Max(Revision, revision);
    }

    /// <summary>The statements of the fact after the change.</summary>
    public int[] Apply(int[] before) =>
        before.Length == 0 ? _gained : _lost.Length == 0 ? [.. before, .. _gained] : [.. before.Except(_lost), .. _gained];
}

/// <summary>Orders facts by their public ids without putting them together, where the entities are numbered by theirs.</summary>
internal sealed class FactKeyOrder : IComparer<FactKey>
{
    private readonly Func<int, string> _idOf;
    private readonly Dictionary<(bool Negated, string Name), int> _names;

    public FactKeyOrder(IEnumerable<FactKey> keys, Func<int, string> idOf)
    {
        _idOf = idOf;
        _names = keys.Select(NameOf).Distinct()
            .OrderBy(name => name.Negated ? $"not.{name.Name}." : $"{name.Name}.", StringComparer.Ordinal)
            .Select((name, rank) => KeyValuePair.Create(name, rank))
            .ToDictionary();
    }

    public int Compare(FactKey x, FactKey y)
    {
        if (x.Subject != y.Subject)
            return x.Subject.CompareTo(y.Subject);
        if (_names[NameOf(x)].CompareTo(_names[NameOf(y)]) is var byName and not 0)
            return byName;
        return string.CompareOrdinal(TargetOf(x), TargetOf(y));
    }

    private static (bool Negated, string Name) NameOf(FactKey key) => (key.Negated, key.Predicate?.Id ?? key.Literal!.Name);

    private string TargetOf(FactKey key)
    {
        var target = key.Literal is { } literal ? Fact.PartOf(literal.Value) : _idOf(key.Object);
        return key.Period is { } period ? $"{target}.{period.From}_{period.To}" : target;
    }
}
