// The stop flag is volatile; the plain prefix is set before Start and the plain results are read only after Join. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U676;

public sealed record ScanHit(string Code, int Line);

public sealed class BarcodeWorker
{
    private readonly BlockingCollection<string> _lines = new();
    private readonly List<ScanHit> _hits = [];
    private readonly Thread _thread;
    private string _prefix = "";
    private int _scanned;
    private volatile bool _stopRequested;

    public BarcodeWorker() => _thread = new Thread(Run) { Name = "barcode" };

    public void Start(string prefix)
    {
        _prefix = prefix;
        _thread.Start();
    }

    public void Feed(string line) => _lines.Add(line);

    public (int Scanned, IReadOnlyList<ScanHit> Hits) Stop()
    {
        _stopRequested = true;
        _thread.Join();
        _lines.Dispose();
        return (_scanned, _hits);
    }

    private void Run()
    {
        while (!_stopRequested || _lines.Count > 0)
        {
            if (_lines.TryTake(out var line, 20))
            {
                _scanned++;
                if (line.StartsWith(_prefix, StringComparison.Ordinal))
                {
                    _hits.Add(new ScanHit(line, _scanned));
                }
            }
        }
    }
}

public static class ScanShift
{
    public static int Work(IEnumerable<string> lines)
    {
        var worker = new BarcodeWorker();
        worker.Start("DE-");
        foreach (var line in lines)
        {
            worker.Feed(line);
        }
        var (scanned, hits) = worker.Stop();
        return scanned - hits.Count;
    }
}
