using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConcurrencyAnalyzers;

namespace Cases.K026;

class Session
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();
    [GuardedBy(nameof(_turn))] private readonly Queue<string> _lines = new();
    [GuardedBy(nameof(_gate))] private int _bytes;

    public async Task SendAsync(string line)
    {
        await _turn.WaitAsync();
        try
        {
            await WriteAsync(line);
        }
        finally
        {
            _turn.Release();
        }
    }

    [RequiresLock(nameof(_turn))]
    private async Task WriteAsync(string line)
    {
        _lines.Enqueue(line);
        await Task.Yield();
        _lines.Dequeue();
    }

    public bool TryCount(int more)
    {
        if (!_gate.TryEnter())
        {
            return false;
        }

        try
        {
            _bytes += more;
            return true;
        }
        finally
        {
            _gate.Exit();
        }
    }
}
