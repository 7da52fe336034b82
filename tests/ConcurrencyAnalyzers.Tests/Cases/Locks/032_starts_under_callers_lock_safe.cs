using System.Threading.Tasks;
using System.Collections.Generic;

// A helper that is called under the lock starts work that takes the lock: what the helper does goes on under it.
public sealed class Launcher
{
    private readonly object _gate = new();
    private readonly Queue<string> _waiting = new();
    private int _starting;

    public void Submit(string job)
    {
        lock (_gate)
        {
            _waiting.Enqueue(job);
            StartMissing();
        }
    }

    private void StartMissing()
    {
        while (_starting < _waiting.Count)
            _ = BeginStart();
    }

    private Task BeginStart()
    {
        _starting++;
        return Task.Run(Start);
    }

    private void Start()
    {
        lock (_gate)
            _starting--;
    }
}
