// Volatile stores of what was read a step before are right where one flow stores, or where the flows follow one another.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace OneWhoStores;

public sealed class FerryCounter
{
    private volatile int _aboard;
    private long _trips;

    public int Aboard => _aboard;

    public long Trips => Volatile.Read(ref _trips);

    public void Board(int people)
    {
        var before = _aboard;
        _aboard = before + people;
    }

    public void Arrive()
    {
        Volatile.Write(ref _trips, Volatile.Read(ref _trips) + 1);
    }
}

public sealed class Harbour
{
    private readonly FerryCounter _north = new();
    private readonly FerryCounter _south = new();

    // The purser alone counts; the display only reads.
    public void Sail(Func<int> gate, int stops, Action<int> show)
    {
        var display = new Thread(() =>
        {
            while (_north.Trips < stops)
                show(_north.Aboard);
        });
        display.Start();
        for (var stop = 0; stop < stops; stop++)
        {
            _north.Board(gate());
            _north.Arrive();
        }
        display.Join();
    }

    // Each quay has a ferry of its own.
    public int Both(Func<int> gate)
    {
        var other = Task.Run(() => _south.Board(gate()));
        _north.Board(gate());
        other.Wait();
        _south.Board(1);
        return _north.Aboard + _south.Aboard;
    }
}
