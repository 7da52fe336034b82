// Several consumers drain one channel of parcels and tally weight by depot.
using System.Threading.Channels;

namespace Cases.U1573;

public sealed record Parcel(string Depot, double Kilos);

public sealed class DepotTally
{
    private readonly SortedDictionary<string, double> _kilos = [];
    private double _heaviest;

    public void Add(Parcel parcel)
    {
        if (!_kilos.TryAdd(parcel.Depot, parcel.Kilos)) // expect: RACE
        {
            _kilos[parcel.Depot] += parcel.Kilos; // expect: RACE
        }
        if (parcel.Kilos > _heaviest) // expect: RACE?
        {
            _heaviest = parcel.Kilos; // expect: RACE
        }
    }

    public string Describe() => $"{string.Join(", ", _kilos)}; heaviest {_heaviest}";
}

public sealed class ParcelPipeline(int consumers)
{
    private readonly Channel<Parcel> _channel = Channel.CreateBounded<Parcel>(16);

    public async Task<string> RunAsync(IEnumerable<Parcel> parcels)
    {
        var tally = new DepotTally();
        var workers = Enumerable.Range(0, consumers)
            .Select(_ => Task.Run(() => ConsumeAsync(tally)))
            .ToArray();
        foreach (var parcel in parcels)
        {
            await _channel.Writer.WriteAsync(parcel);
        }
        _channel.Writer.Complete();
        await Task.WhenAll(workers);
        return tally.Describe();
    }

    private async Task ConsumeAsync(DepotTally tally)
    {
        await foreach (var parcel in _channel.Reader.ReadAllAsync())
        {
            tally.Add(parcel);
        }
    }
}
