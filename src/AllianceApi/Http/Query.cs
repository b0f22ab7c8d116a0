using AllianceApi.Graph;

namespace AllianceApi.Http;

/// <summary>The query of a read, read and checked: every parameter known, given once and usable.</summary>
internal sealed class Query
{
    public const int DefaultLimit = 50;

    private readonly Dictionary<Type, object> _own = [];

    public int Limit { get; set; } = DefaultLimit;

    /// <summary>Where to go on, from the cursor.</summary>
    public Place? After { get; set; }

    /// <summary>The name of the order; null for the collection's default.</summary>
    public string? Sort { get; set; }

    public bool Descending { get; set; }

    /// <summary>The top-level members to show; null for all.</summary>
    public IReadOnlyList<string>? Fields { get; set; }

    /// <summary>The name of the format that <c>format=</c> asks for; null where it is not given.</summary>
    public string? Format { get; set; }

    /// <summary>Which table of a format that has several; null for the first.</summary>
    public string? Table { get; set; }

    /// <summary>Whether lists carry evidence.</summary>
    public bool Evidence { get; set; }

    /// <summary>What rows must pass.</summary>
    public List<Func<int, bool>> Tests { get; } = [];

    /// <summary>What rows must be among, each from an index.</summary>
    public List<IEnumerable<int>> Candidates { get; } = [];

    public List<ProblemError> Errors { get; } = [];

    /// <summary>What this query asks for, whatever the page: cursors are bound to it.</summary>
    public required string Identity { get; init; }

    /// <summary>What the parameters of a feature have come to, made at its first use.</summary>
    public T Own<T>()
        where T : class, new()
    {
        if (!_own.TryGetValue(typeof(T), out var own))
            _own.Add(typeof(T), own = new T());
        return (T)own;
    }

    /// <summary>Bound after <see cref="ReadQuery"/> has read it, before the handler runs.</summary>
    public static ValueTask<Query?> BindAsync(HttpContext context) => ValueTask.FromResult<Query?>(ReadQuery.Of(context));
}
