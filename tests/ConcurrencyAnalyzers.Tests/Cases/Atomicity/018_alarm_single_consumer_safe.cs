// One thread alone takes alarms out: what it has peeked at is what it dequeues.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S018;

public sealed class Alarms
{
    private readonly ConcurrentQueue<DateTime> _raised = new();
    private readonly Thread _sweeper;
    private volatile bool _stopped;

    public Alarms()
    {
        _sweeper = new Thread(Sweep);
        _sweeper.Start();
    }

    public void Raise() => _raised.Enqueue(DateTime.UtcNow);

    public void Stop()
    {
        _stopped = true;
        _sweeper.Join();
    }

    private void Sweep()
    {
        while (!_stopped)
        {
            if (_raised.TryPeek(out var oldest) && oldest < DateTime.UtcNow.AddMinutes(-1))
                _raised.TryDequeue(out _);
            Thread.Sleep(100);
        }
    }
}
