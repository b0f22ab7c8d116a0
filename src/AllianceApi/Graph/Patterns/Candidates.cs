namespace AllianceApi.Graph.Patterns;

/// <summary>
/// What may make a term true, one after the other, in an order that does not depend on which of its ends are bound already:
/// so a walk can go on anywhere, and the first of several rows alike is always the same.
/// </summary>
internal abstract class Candidates
{
    public Value Subject { get; protected set; }

    public Value Name { get; protected set; }

    public Value Object { get; protected set; }

    /// <summary>The fact that the current candidate is; -1 where it is none.</summary>
    public virtual int Fact => -1;

    /// <summary>Adds the facts that the current candidate rests on.</summary>
    public abstract void AddFacts(List<int> into);

    /// <summary>What the current candidate is known by in a cursor.</summary>
    public abstract string Key { get; }

    /// <summary>Begins with what is bound at the ends.</summary>
    public abstract void Begin(Value subject, Value name, Value target);

    public abstract bool MoveNext();

    /// <summary>Passes over what comes before a key; <see cref="MoveNext"/> then leads to it or to what follows.</summary>
    public abstract void SkipTo(string key);

    /// <summary>Whether the current candidate comes behind a key.</summary>
    public abstract bool IsPast(string key);

    /// <summary>The first index whose row does not come before a key.</summary>
    protected static int LowerBound(ReadOnlySpan<int> rows, Func<int, int> compare)
    {
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (compare(rows[middle]) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
