using System.Collections.Concurrent;
namespace Cases.C376;
// 1 counter by GetOrAdd then set
public sealed class P1
{
    private readonly ConcurrentDictionary<string, int> _hits = new();
    public int Hit(string page)
    {
        var n = _hits.GetOrAdd(page, 0);
        n++;
        _hits[page] = n; // expect: CHECK_THEN_ACT
        return n;
    }
}
// 2 closure counter handed to a timer and a thread
public sealed class P2
{
    public void Run()
    {
        var count = Counter();
        using var timer = new Timer(_ => count(), null, 0, 10);
        for (var i = 0; i < 100; i++)
            count();
    }
    private static Action Counter()
    {
        var n = 0;
        return () => { n++; Console.WriteLine(n); }; // expect: RACE#2
    }
}
// 3 a delegate of a base class kept in a list of handlers
public abstract class Meter { public abstract void Note(double v); public abstract double Sum { get; } }
public sealed class SumMeter : Meter
{
    private double _sum;
    public override void Note(double v) => _sum += v; // expect: RACE
    public override double Sum => _sum;
}
public sealed class P3
{
    private readonly Action<double> _note;
    public P3(Meter meter) { _note = meter.Note; }
    public void Run(double[] values) => Parallel.ForEach(values, v => _note(v));
}
// 4 overlapping windows through AsSpan helper
public sealed class P4
{
    private readonly float[] _mix = new float[4096];
    public void Run(int voices)
    {
        var tasks = new Task[voices];
        var len = _mix.Length / voices;
        for (var v = 0; v < voices; v++)
        {
            var start = v * len;
            var end = start + len;
            tasks[v] = Task.Run(() => Add(start, end));
        }
        Task.WaitAll(tasks);
    }
    private void Add(int start, int end)
    {
        for (var i = start; i <= end && i < _mix.Length; i++)
            _mix[i] *= 0.5f; // expect: RACE
    }
}
// 5 event told twice: ISet under lock in two holds
public sealed class P5
{
    private readonly object _gate = new();
    private readonly Dictionary<int, DateTime> _alarms = new();
    public event Action<int>? Raised;
    public void Check(int sensor)
    {
        lock (_gate)
        {
            if (_alarms.ContainsKey(sensor)) return;
        }
        Raised?.Invoke(sensor);
        lock (_gate)
            _alarms[sensor] = DateTime.UtcNow; // expect: CHECK_THEN_ACT
    }
    public void Reset(int sensor) { lock (_gate) _alarms.Remove(sensor); }
}
// 6 stack of free ids: peeked under the lock, popped later
public sealed class P6
{
    private readonly object _gate = new();
    private readonly Stack<int> _free = new();
    public void Give(int id) { lock (_gate) _free.Push(id); }
    public int Take()
    {
        int id;
        lock (_gate)
        {
            if (_free.Count == 0) return -1;
            id = _free.Peek();
        }
        Console.WriteLine(id);
        lock (_gate)
            _free.Pop(); // expect: CHECK_THEN_ACT
        return id;
    }
}
// 7 first of the sorted ones
public sealed class P7
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SortedDictionary<int, string> _jobs = new();
    public async Task AddAsync(int p, string job)
    {
        await _gate.WaitAsync();
        try { _jobs[p] = job; } finally { _gate.Release(); }
    }
    public async Task<string?> NextAsync()
    {
        KeyValuePair<int, string> first;
        await _gate.WaitAsync();
        try { if (_jobs.Count == 0) return null; first = _jobs.First(); } finally { _gate.Release(); }
        await Task.Delay(1);
        await _gate.WaitAsync();
        try { _jobs.Remove(first.Key); } // expect: CHECK_THEN_ACT
        finally { _gate.Release(); }
        return first.Value;
    }
}
// 8 timer whose turn awaits
public sealed class P8 : IAsyncDisposable
{
    private readonly Timer _timer;
    private readonly HttpClient _http = new();
    private int _failures;
    public P8() { _timer = new Timer(async _ => await PollAsync(), null, 0, 500); }
    private async Task PollAsync()
    {
        var answer = await _http.GetAsync("http://x");
        if (!answer.IsSuccessStatusCode) _failures++; // expect: RACE
    }
    public ValueTask DisposeAsync() => _timer.DisposeAsync();
}
