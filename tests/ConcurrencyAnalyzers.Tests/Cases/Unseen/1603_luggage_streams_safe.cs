// Several consumers drain one channel of suitcases and tally weight by flight.
using System.Threading.Channels;

namespace Cases.U1603;

public sealed record Suitcase(string Flight, double Kilos);

public sealed class FlightTally
{
    private readonly SortedDictionary<string, double> _kilos = [];
    private double _heaviest;

    public void Add(Suitcase suitcase)
    {
        AddKilos(suitcase.Flight, suitcase.Kilos);
        _heaviest = Math.Max(_heaviest, suitcase.Kilos);
    }

    public void Merge(FlightTally other)
    {
        foreach (var (flight, kilos) in other._kilos)
        {
            AddKilos(flight, kilos);
        }
        _heaviest = Math.Max(_heaviest, other._heaviest);
    }

    public string Describe() => $"{string.Join(", ", _kilos)}; heaviest {_heaviest}";

    private void AddKilos(string flight, double kilos)
    {
        if (!_kilos.TryAdd(flight, kilos))
        {
            _kilos[flight] += kilos;
        }
    }
}

public sealed class LuggagePipeline(int consumers)
{
    private readonly Channel<Suitcase> _channel = Channel.CreateBounded<Suitcase>(16);

    public async Task<string> RunAsync(IEnumerable<Suitcase> suitcases)
    {
        var workers = Enumerable.Range(0, consumers)
            .Select(_ => Task.Run(ConsumeAsync))
            .ToArray();
        foreach (var suitcase in suitcases)
        {
            await _channel.Writer.WriteAsync(suitcase);
        }
        _channel.Writer.Complete();

        var total = new FlightTally();
        foreach (var tally in await Task.WhenAll(workers))
        {
            total.Merge(tally);
        }
        return total.Describe();
    }

    private async Task<FlightTally> ConsumeAsync()
    {
        var tally = new FlightTally();
        await foreach (var suitcase in _channel.Reader.ReadAllAsync())
        {
            tally.Add(suitcase);
        }
        return tally;
    }
}
