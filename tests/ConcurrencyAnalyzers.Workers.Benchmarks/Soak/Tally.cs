using System.Collections.Concurrent;

namespace ConcurrencyAnalyzers.Workers.Benchmarks.Soak;

/// <summary>How jobs ended, by kind, and what must not have happened. Thread-safe.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, long> _counts = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private long _open;

    public long Open => Interlocked.Read(ref _open);

    public IReadOnlyCollection<string> Faults => _faults;

    public long Total => _counts.Values.Sum();

    public void Begin() => Interlocked.Increment(ref _open);

    public void End(string kind, string outcome)
    {
        Interlocked.Decrement(ref _open);
        _counts.AddOrUpdate($"{kind} {outcome}", 1, static (_, n) => n + 1);
    }

    public void Fault(string what)
    {
        if (_faults.Count < 100)
            _faults.Enqueue(what);
    }

    public void Print()
    {
        foreach (var (name, count) in _counts.OrderBy(c => c.Key, StringComparer.Ordinal))
            Console.WriteLine($"  {count,8}  {name}");
    }
}
