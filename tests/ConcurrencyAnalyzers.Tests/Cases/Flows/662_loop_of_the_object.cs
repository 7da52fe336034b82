// An object starts a loop when it is made, or keeps the task of one; its members run beside that loop.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace LoopOfTheObject;

public sealed class Pulse : IDisposable
{
    private readonly HashSet<string> _peers = new();
    private readonly object _gate = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _beating;

    public Pulse()
    {
        _beating = BeatAsync(_end.Token);
    }

    public void Join(string peer)
    {
        lock (_gate)
            _peers.Add(peer);
    }

    public void Leave(string peer) => _peers.Remove(peer); // expect: INCONSISTENT_LOCK

    public void Dispose() => _end.Cancel();

    private async Task BeatAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(100, CancellationToken.None);
            List<string> peers;
            lock (_gate)
                peers = new List<string>(_peers);
            foreach (var peer in peers)
                Console.WriteLine(peer);
        }
    }
}

public sealed class Sampler(Func<double> measure)
{
    private readonly List<double> _values = new();
    private readonly PeriodicTimer _timer = new(TimeSpan.FromSeconds(1));
    private Task _loop = Task.CompletedTask;

    public void Start() => _loop = SampleAsync();

    public int Count => _values.Count;

    public double[] Take()
    {
        var values = _values.ToArray(); // expect: RACE#1
        _values.Clear(); // expect: RACE#1
        return values;
    }

    private async Task SampleAsync()
    {
        while (await _timer.WaitForNextTickAsync())
            _values.Add(measure()); // expect: RACE
    }
}
