using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace TakenWithoutTheLock;

public sealed class Pad
{
    private readonly object _gate = new();
    private List<int> _sheet = new();

    public int Note(int sighting)
    {
        lock (_gate)
        {
            _sheet.Add(sighting);
            return _sheet.Count;
        }
    }

    public List<int> TearOff()
    {
        var full = Interlocked.Exchange(ref _sheet, new List<int>()); // expect: INCONSISTENT_LOCK
        full.Sort();
        return full;
    }
}

public sealed class Tally
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Dictionary<string, int>? _counts = new();

    public async Task CountAsync(string name)
    {
        await _turn.WaitAsync();
        try
        {
            _counts ??= new();
            _counts[name] = _counts.GetValueOrDefault(name) + 1;
        }
        finally
        {
            _turn.Release();
        }
    }

    public int Report()
    {
        var counts = Interlocked.Exchange(ref _counts, null); // expect: INCONSISTENT_LOCK
        var sum = 0;
        foreach (var pair in counts ?? [])
            sum += pair.Value;
        return sum;
    }
}

// Taken away in two steps, past a lock that all others keep to.
public sealed class Basket
{
    private readonly object _gate = new();
    private List<string> _goods = new();

    public void Add(string good)
    {
        lock (_gate)
            _goods.Add(good);
    }

    public void Remove(string good)
    {
        lock (_gate)
            _goods.Remove(good);
    }

    public List<string> Checkout()
    {
        var goods = _goods;
        _goods = new List<string>(); // expect: INCONSISTENT_LOCK
        return goods;
    }
}

public sealed class Outbox : IDisposable
{
    private readonly object _gate = new();
    private readonly Timer _timer;
    private List<string> _mail = new();

    public Outbox() => _timer = new Timer(_ => Send(), null, 1000, 1000);

    public void Post(string mail)
    {
        lock (_gate)
            _mail.Add(mail);
    }

    private void Send()
    {
        foreach (var mail in Interlocked.Exchange(ref _mail, new List<string>())) // expect: INCONSISTENT_LOCK
            Console.WriteLine(mail);
    }

    public void Dispose() => _timer.Dispose();
}
