// A generic base class takes items from a queue on several lanes; the parcel depot derives from it to count the parcels of every zone. difficulty: hard
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1527;

public abstract class LaneConsumer<T>(int lanes)
{
    private readonly BlockingCollection<T> _items = new();
    private readonly List<Thread> _threads = [];

    protected abstract void Handle(T item);

    public void Consume(IEnumerable<T> source)
    {
        for (int lane = 0; lane < lanes; lane++)
        {
            var thread = new Thread(Work);
            _threads.Add(thread);
            thread.Start();
        }
        foreach (var item in source)
        {
            _items.Add(item);
        }
        _items.CompleteAdding();
        _threads.ForEach(thread => thread.Join());
    }

    private void Work()
    {
        foreach (var item in _items.GetConsumingEnumerable())
        {
            Handle(item);
        }
    }
}

public sealed record DepotParcel(string Zone, double Kilograms);

public sealed class ZoneTally() : LaneConsumer<DepotParcel>(lanes: 3)
{
    private readonly SortedDictionary<string, double> _kilograms = [];

    public IReadOnlyDictionary<string, double> Kilograms => _kilograms;

    protected override void Handle(DepotParcel parcel)
    {
        _kilograms.TryGetValue(parcel.Zone, out double sum); // expect: RACE#1
        _kilograms[parcel.Zone] = sum + parcel.Kilograms; // expect: RACE#1
    }
}
