// The item is taken once, before the loop.
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

public sealed class Circular
{
    public int Attempts;
}

public sealed class Spreading
{
    private readonly ConcurrentQueue<Circular> _circulars = new();

    public async Task SendAllAsync(int most)
    {
        if (most > 1 && _circulars.TryDequeue(out var circular))
        {
            var running = new List<Task>();
            for (var i = 0; i < most && !_circulars.IsEmpty; i++)
                running.Add(SendAsync(circular));
            await Task.WhenAll(running);
        }
    }

    private static async Task SendAsync(Circular circular)
    {
        await Task.Delay(10);
        circular.Attempts++;  // expect: RACE
    }
}
