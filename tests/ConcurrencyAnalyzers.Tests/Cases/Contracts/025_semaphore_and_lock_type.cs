using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConcurrencyAnalyzers;

namespace Cases.K025;

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
            _lines.Enqueue(line);
            await Task.Yield();
            _lines.Dequeue();
        }
        finally
        {
            _turn.Release();
        }

        _lines.Clear(); // expect: INCONSISTENT_LOCK
    }

    public int Count(int more)
    {
        using (_gate.EnterScope())
        {
            _bytes += more;
        }

        return _bytes; // expect: INCONSISTENT_LOCK
    }
}
