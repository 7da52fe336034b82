// The nearest wrong one: the step is open to all.
using System.Collections.Concurrent;

namespace Cases.R308;

public sealed class Box
{
    public int Count { get; set; }
}

public sealed class Office
{
    private readonly ConcurrentDictionary<string, Box> _boxes = new();

    public bool Has(string address) => _boxes.ContainsKey(address);

    public async Task PlaceAsync(string address)
    {
        await Task.Delay(1);
        if (_boxes.TryGetValue(address, out var box))
            box.Count++; // expect: RACE
        else
            _boxes.TryAdd(address, new Box { Count = 1 });
    }
}
