// BackgroundWorker raises RunWorkerCompleted after DoWork has returned, and the caller waits for that: the accesses are ordered. difficulty: hard
using System.ComponentModel;

namespace Cases.U470;

public sealed class CatalogImport
{
    private readonly TaskCompletionSource<string> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly BackgroundWorker _worker = new();
    private readonly List<string> _articles = [];
    private readonly TextReader _source;
    private int _skipped;

    private CatalogImport(TextReader source)
    {
        _source = source;
        _worker.DoWork += OnWork;
        _worker.RunWorkerCompleted += OnCompleted;
    }

    public static async Task<string> RunAsync(TextReader source)
    {
        var import = new CatalogImport(source);
        import._worker.RunWorkerAsync();
        return await import._finished.Task;
    }

    private void OnWork(object? sender, DoWorkEventArgs work)
    {
        while (_source.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                _skipped++;
                continue;
            }
            _articles.Add(line);
        }
        work.Result = _articles.Count;
    }

    private void OnCompleted(object? sender, RunWorkerCompletedEventArgs done)
    {
        if (done.Error != null)
        {
            _finished.TrySetException(done.Error);
            return;
        }
        _finished.TrySetResult($"{done.Result} articles, {_skipped} skipped");
    }
}
