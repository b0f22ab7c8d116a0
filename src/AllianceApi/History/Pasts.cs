using System.Collections.Concurrent;
using AllianceApi.Data;
using AllianceApi.Graph;
using AllianceApi.Shapes;

namespace AllianceApi.History;

/// <summary>Works out snapshots of the past, one at a time, and keeps the few that were asked for last.</summary>
internal sealed class Pasts(Archive archive) : IDisposable
{
    /// <summary>How long a request waits; a graph that takes longer is there when it is asked for again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    private const int Kept = 4;

    /// <summary>More than these are not begun.</summary>
    private const int MostWaiting = 16;

    private readonly Lock _keeping = new();
    private readonly LinkedList<(Key Key, Snapshot Graph)> _kept = new();
    private readonly ConcurrentDictionary<Key, Task<Snapshot>> _making = new();
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <inheritdoc cref="FindPast"/>
    public async Task<Snapshot?> FindAsync(Snapshot head, long revision, PartialDate? at, CancellationToken cancel)
    {
        var key = new Key(revision, at);
        if (key == new Key(head.Revision, null))
            return head;
        if (Find(key) is { } known)
            return known;
        if (_making.Count >= MostWaiting && !_making.ContainsKey(key))
            return null;
        var making = _making.GetOrAdd(key, _ => Task.Run(() => MakeAsync(head, key), CancellationToken.None));
        try
        {
            return await making.WaitAsync(Patience, cancel);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Snapshot> MakeAsync(Snapshot head, Key key)
    {
        await _one.WaitAsync();
        try
        {
            var graph = key.Revision == head.Revision ? head : Find(new Key(key.Revision, null)) ?? Undoing.To(head, key.Revision, archive);
            if (key.At is { } at)
                graph = Holding.View(graph, at);
            Keep(key, graph);
            return graph;
        }
        finally
        {
            _one.Release();
            _making.TryRemove(key, out _);
        }
    }

    private Snapshot? Find(Key key)
    {
        lock (_keeping)
        {
            for (var node = _kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Key != key)
                    continue;
                _kept.Remove(node);
                _kept.AddFirst(node);
                return node.Value.Graph;
            }
            return null;
        }
    }

    private void Keep(Key key, Snapshot graph)
    {
        lock (_keeping)
        {
            _kept.AddFirst((key, graph));
            if (_kept.Count > Kept)
                _kept.RemoveLast();
        }
    }

    private readonly record struct Key(long Revision, PartialDate? At);
}
