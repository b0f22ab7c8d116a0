using AllianceApi.Packs;
using AllianceApi.Packs.Ndjson;

namespace AllianceApi.Imports;

/// <summary>The import that is under way.</summary>
internal sealed class RunningImport(ImportJob job, CancellationToken stopping) : IDisposable
{
    private readonly CancellationTokenSource _cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    private readonly Lock _ending = new();
    private long _records;
    private bool _isOver;

    public ImportJob Job => job;

    public CancellationToken Token => _cancel.Token;

    public string Phase { get; set; } = "reading";

    public ImportProgress Progress => new() { Phase = Phase, Records = Interlocked.Read(ref _records) };

    public bool Cancel()
    {
        lock (_ending)
        {
            if (!_isOver)
                _cancel.Cancel();
            return !_isOver;
        }
    }

    /// <summary>Reads the pack and checks it against what the graph knows.</summary>
    public PackResult Read(string path, Known known)
    {
        (Phase, _records) = ("reading", 0);
        var files = PackFiles.Of(job.Form, Importing.NameOf(job), () => File.OpenRead(path));
        var result = PackReader.Read(files with { Lines = problems => Counted(files.Lines(problems)) }, known);
        Token.ThrowIfCancellationRequested();
        return result;
    }

    public void Dispose()
    {
        lock (_ending)
            _isOver = true;
        _cancel.Dispose();
    }

    private IEnumerable<LineRecord> Counted(IEnumerable<LineRecord> records)
    {
        foreach (var record in records)
        {
            Token.ThrowIfCancellationRequested();
            Interlocked.Increment(ref _records);
            yield return record;
        }
        Phase = "checking";
    }
}
