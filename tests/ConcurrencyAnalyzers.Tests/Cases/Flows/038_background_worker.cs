// DoWork runs on the pool, completion comes after it; the click goes on meanwhile.
using System.ComponentModel;

namespace Cases.F038;

public sealed class Panel
{
    private readonly BackgroundWorker _worker = new();
    private readonly List<int> _primes = [];
    private int _runs;

    public void Run()
    {
        _primes.Add(2);
        _worker.DoWork += (_, _) =>
        {
            _runs++;
            for (var n = 3; n < 100; n += 2)
                _primes.Add(n); // expect: RACE
        };
        _worker.RunWorkerCompleted += (_, _) => _runs++;
        _primes.Add(1);
        _worker.RunWorkerAsync();
        _primes.Add(101); // expect: RACE
    }
}
