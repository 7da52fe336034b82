// One loop takes the letters and waits for each to be dealt with: the count of a box has one writer.
using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Cases.R307;

public sealed class Box
{
    public int Count { get; set; }
}

public sealed class Office
{
    private readonly ConcurrentDictionary<string, Box> _boxes = new();
    private readonly Channel<string> _letters = Channel.CreateUnbounded<string>();

    public Task RunAsync() => TakeAllAsync();

    public bool Put(string address) => _letters.Writer.TryWrite(address);

    public bool Has(string address) => _boxes.ContainsKey(address);

    private async Task TakeAllAsync()
    {
        while (true)
        {
            var address = await _letters.Reader.ReadAsync();
            await PlaceAsync(address);
        }
    }

    internal async Task PlaceAsync(string address)
    {
        await Task.Delay(1);
        if (_boxes.TryGetValue(address, out var box))
            box.Count++;
        else
            _boxes.TryAdd(address, new Box { Count = 1 });
    }
}
