// Several producers put parcels on a BlockingCollection; only the one consumer touches the lists, and it is joined before they are read. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U346;

public sealed class Parcel(string destination, int grams)
{
    public string Destination { get; } = destination;
    public int Grams { get; } = grams;
    public int Belt { get; set; }
}

public sealed class SortingBelt
{
    private readonly Dictionary<string, List<Parcel>> _byDestination = [];
    private int _grams;

    public async Task<string> SortAsync(IEnumerable<Parcel[]> trucks)
    {
        using var belt = new BlockingCollection<Parcel>(boundedCapacity: 50);
        var sorter = Task.Run(() => Sort(belt));
        var unloading = trucks.Select((truck, number) => Task.Run(() =>
        {
            foreach (var parcel in truck)
            {
                parcel.Belt = number;
                belt.Add(parcel);
            }
        }));
        try
        {
            await Task.WhenAll(unloading);
        }
        finally
        {
            belt.CompleteAdding();
            await sorter;
        }
        return $"{_byDestination.Count} destinations, {_grams} g";
    }

    private void Sort(BlockingCollection<Parcel> belt)
    {
        foreach (var parcel in belt.GetConsumingEnumerable())
        {
            if (!_byDestination.TryGetValue(parcel.Destination, out var parcels))
            {
                _byDestination.Add(parcel.Destination, parcels = []);
            }
            parcels.Add(parcel);
            _grams += parcel.Grams;
            parcel.Belt = -1;
        }
    }
}
