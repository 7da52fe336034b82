// Two locks, each for its own field.
namespace Cases.S045;

public sealed class WarehouseStock
{
    private readonly object _inLock = new();
    private readonly object _outLock = new();
    private int _unloaded;
    private int _loaded;

    public (int In, int Out) Turnover(int arrivals, int departures)
    {
        Thread[] crew =
        [
            new Thread(() => Repeat(arrivals, Unload)),
            new Thread(() => Repeat(arrivals, Unload)),
            new Thread(() => Repeat(departures, Load)),
        ];
        Array.ForEach(crew, t => t.Start());
        Array.ForEach(crew, t => t.Join());
        return (_unloaded, _loaded);
    }

    private void Unload()
    {
        lock (_inLock)
        {
            _unloaded++;
        }
    }

    private void Load()
    {
        lock (_outLock)
        {
            _loaded++;
        }
    }

    private static void Repeat(int times, Action action)
    {
        for (int i = 0; i < times; i++)
        {
            action();
        }
    }
}
