namespace Cases.L1108;

public sealed class PitMessages
{
    private readonly Lock _lock = new();
    private List<string> _pending = new();
    private int _sent;

    public void Post(int car, string text)
    {
        lock (_lock)
        {
            _pending.Add($"{car}: {text}");
        }
    }

    public async Task<int> FlushAsync(TextWriter radio)
    {
        List<string> batch;
        lock (_lock)
        {
            if (_pending.Count == 0)
            {
                return 0;
            }
            batch = _pending;
            _pending = new List<string>(batch.Count);
            _sent += batch.Count;
        }
        batch.Sort(StringComparer.Ordinal);
        foreach (string message in batch)
        {
            await radio.WriteLineAsync(message);
        }
        return batch.Count;
    }

    public int Sent
    {
        get
        {
            lock (_lock)
            {
                return _sent;
            }
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var messages = new PitMessages();
        Task[] engineers = Enumerable.Range(1, 4).Select(car => Task.Run(async () =>
        {
            for (int lap = 1; lap <= 30; lap++)
            {
                messages.Post(car, $"lap {lap}");
                await Task.Delay(3);
            }
        })).ToArray();
        Task all = Task.WhenAll(engineers);
        while (!all.IsCompleted)
        {
            await messages.FlushAsync(Console.Out);
            await Task.Delay(10);
        }
        await all;
        await messages.FlushAsync(Console.Out);
        Console.WriteLine(messages.Sent);
    }
}
