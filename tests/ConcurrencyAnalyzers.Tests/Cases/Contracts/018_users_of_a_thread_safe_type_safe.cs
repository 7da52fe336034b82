using System.Threading;
using System.Threading.Tasks;
using ConcurrencyAnalyzers;

namespace Cases.K018;

[ThreadSafe]
interface IMeter
{
    void Hit();

    int Hits { get; }
}

sealed class Meter : IMeter
{
    private int _hits;

    public void Hit() => Interlocked.Increment(ref _hits);

    public int Hits => Volatile.Read(ref _hits);
}

class Load
{
    private readonly IMeter _meter = new Meter();

    public async Task<int> RunAsync()
    {
        await Task.WhenAll(Task.Run(_meter.Hit), Task.Run(() => _meter.Hit()));
        return _meter.Hits;
    }
}
