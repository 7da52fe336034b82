using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConcurrencyAnalyzers;

namespace Cases.K023;

class Engine
{
    [ThreadConfined] private readonly List<string> _log = [];
    [ThreadConfined] private int _turns;
    private readonly Thread _worker;

    public Engine()
    {
        _log.Add("made");
        _worker = new Thread(Loop);
        _worker.Start();
    }

    private void Loop()
    {
        while (_turns < 1000)
        {
            _turns++;
            _log.Add("turn");
        }
    }

    public void Stop() => _worker.Join();
}

class Batch
{
    [ThreadConfined] private readonly List<int> _rows = [];

    public async Task<int> LoadAsync()
    {
        _rows.Add(1);
        await Task.Run(() => _rows.Add(2));
        return _rows.Count;
    }
}
