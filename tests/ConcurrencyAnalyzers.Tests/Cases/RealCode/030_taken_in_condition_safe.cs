// Each turn takes another item, in the second half of a condition.
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

public sealed class Letter
{
    public int Attempts;
}

public sealed class Sorting
{
    private readonly ConcurrentQueue<Letter> _letters = new();

    public async Task SendAllAsync(int most)
    {
        var running = new List<Task>();
        for (var i = 0; i < most && _letters.TryDequeue(out var letter); i++)
            running.Add(SendAsync(letter));
        await Task.WhenAll(running);
    }

    public async Task SendSomeAsync(int most)
    {
        var running = new List<Task>();
        for (var i = 0; i < most; i++)
            if (i > 3 && _letters.TryDequeue(out var letter))
                running.Add(SendAsync(letter));
        await Task.WhenAll(running);
    }

    private static async Task SendAsync(Letter letter)
    {
        await Task.Delay(10);
        letter.Attempts++;
    }
}
