using System.Threading.Tasks;
using System.Collections.Generic;

// One caller of the helper holds the lock, the other does not.
public sealed class HastyLauncher
{
    private readonly object _gate = new();
    private readonly Queue<string> _waiting = new();
    private int _starting;

    public void Submit(string job)
    {
        lock (_gate)
        {
            _waiting.Enqueue(job);
            StartOne();
        }
    }

    public void Hurry() => StartOne();

    private void StartOne()
    {
        _ = BeginStart();
        _starting++;                     // expect: INCONSISTENT_LOCK
    }

    private Task BeginStart() => Task.Run(Start);

    private void Start()
    {
        lock (_gate)
            _starting--;
    }
}
