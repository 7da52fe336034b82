using System.Threading;
using System.Threading.Tasks;

namespace OneBehindOneGateSafe;

public sealed class Loader
{
    private int _started;
    private int _done;

    public void Start(int count)
    {
        if (Interlocked.CompareExchange(ref _started, 1, 0) != 0)
            return;
        Task.Run(() =>
        {
            for (var i = 0; i < count; i++)
                Load();
        });
    }

    private void Load() => Volatile.Write(ref _done, _done + 1);
}

// One after the other: each is waited for before the next is started.
public sealed class Relay
{
    private int _started;
    private int _laps;

    public async Task RunAsync(int runners)
    {
        if (Interlocked.Exchange(ref _started, 1) == 1)
            return;
        for (var i = 0; i < runners; i++)
            await Task.Run(Lap);
    }

    private void Lap() => _laps++;
}
