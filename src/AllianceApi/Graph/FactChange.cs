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
