namespace Cases.L1080;

public sealed record Approach(string Flight, int FuelMinutes);

public sealed class RunwaySequencer : IDisposable
{
    private readonly object _gate = new();
    private readonly PriorityQueue<Approach, (int Fuel, long Order)> _holding = new();
    private readonly SemaphoreSlim _available = new(0);
    private long _order;

    public void Hold(Approach approach)
    {
        lock (_gate)
        {
            _holding.Enqueue(approach, (approach.FuelMinutes, _order++));
        }
        _available.Release();
    }

    public async Task<Approach> NextAsync(CancellationToken ct)
    {
        await _available.WaitAsync(ct);
        lock (_gate)
        {
            return _holding.Dequeue();
        }
    }

    public string[] Peek()
    {
        lock (_gate)
        {
            return _holding.UnorderedItems
                .OrderBy(item => item.Priority)
                .Select(item => item.Element.Flight)
                .ToArray();
        }
    }

    public void Dispose() => _available.Dispose();
}

public static class Program
{
    public static async Task Main()
    {
        using var sequencer = new RunwaySequencer();
        Task<List<string>> tower = Task.Run(async () =>
        {
            var landed = new List<string>();
            while (landed.Count < 60)
            {
                Approach next = await sequencer.NextAsync(CancellationToken.None);
                landed.Add(next.Flight);
            }
            return landed;
        });
        Task[] sectors = Enumerable.Range(0, 3).Select(sector => Task.Run(async () =>
        {
            for (int i = 0; i < 20; i++)
            {
                sequencer.Hold(new Approach($"S{sector}-{i}", (i * 7 + sector) % 40));
                await Task.Delay(2);
            }
        })).ToArray();
        await Task.WhenAll(sectors);
        List<string> order = await tower;
        Console.WriteLine(string.Join(' ', order));
        Console.WriteLine(sequencer.Peek().Length);
    }
}
