namespace AllianceApi.Graph;

/// <summary>
/// Arrays of one row, one for all who need it: of most lists of a graph there are hundreds of thousands with just one row in them.
/// Several threads may ask at once: at worst one of their arrays is not shared.
/// </summary>
/// <param name="rows">How many rows are shared, the first ones.</param>
internal sealed class SingleRows(int rows)
{
    private readonly int[]?[] _known = new int[]?[rows];

    public int[] Of(int row) => row < _known.Length ? _known[row] ??= [row] : [row];

    public int[] Of(ReadOnlySpan<int> list) => list.Length == 1 ? Of(list[0]) : list.ToArray();

    public int[] Of(List<string> ids, Func<string, int> rowOf) => ids.Count switch
    {
        0 => [],
        1 => Of(rowOf(ids[0])),
        _ => [.. ids.Select(rowOf)],
    };
}
