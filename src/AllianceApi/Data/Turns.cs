using AllianceApi.Graph;

namespace AllianceApi.Data;

/// <summary>One writer at a time in a process, each upon what the one before left.</summary>
internal sealed class Turns(Store store, Head head) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Waits for its turn, then changes the newest snapshot. A store that another process wrote to is read again first.</summary>
    /// <param name="change">May be asked a second time.</param>
    public async Task<T> TakeAsync<T>(Func<Snapshot, Task<T>> change, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            try
            {
                return await change(head.Current!);
            }
            catch (StaleException)
            {
                head.Publish(await store.LoadAsync(cancel));
                return await change(head.Current!);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Shows what another process has committed, if any has.</summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        if (await store.NewestAsync(cancel) <= head.Current!.Revision)
            return;
        await _one.WaitAsync(cancel);
        try
        {
            // Whoever had the turn meanwhile may have committed just that.
            if (await store.NewestAsync(cancel) > head.Current!.Revision)
                head.Publish(await store.LoadAsync(cancel));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Makes a snapshot the newest. Only who has the turn may.</summary>
    public void Publish(Snapshot snapshot) => head.Publish(snapshot);

    public void Dispose() => _one.Dispose();
}
