namespace AllianceApi.Graph;

/// <summary>Holds the newest snapshot. A request takes it once and keeps it to its end.</summary>
internal sealed class Head
{
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Snapshot? _current;
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Null until the graph is loaded.</summary>
    public Snapshot? Current => _current;

    /// <summary>Done when there is a newer snapshot than the one that is current while this is asked for.</summary>
    public Task Moved => Volatile.Read(ref _moved).Task;

    /// <summary>Done when there is a snapshot.</summary>
    public Task Loaded => _loaded.Task;

    public void Publish(Snapshot snapshot)
    {
        _current = snapshot;
        _loaded.TrySetResult();
        Interlocked.Exchange(ref _moved, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}
