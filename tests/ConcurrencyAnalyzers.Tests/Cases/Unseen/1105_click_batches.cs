using System.Threading.Channels;

namespace Cases.L1105;

public readonly record struct Click(string Banner, long At);

public sealed class ClickArchiver
{
    private readonly ChannelReader<Click> _clicks;
    private readonly int _size;
    private readonly string _folder;

    public ClickArchiver(ChannelReader<Click> clicks, int size, string folder)
    {
        _clicks = clicks;
        _size = size;
        _folder = folder;
    }

    public async Task RunAsync(CancellationToken ct)
    {
        var writes = new List<Task>();
        var batch = new List<Click>(_size);
        int part = 0;
        await foreach (Click click in _clicks.ReadAllAsync(ct))
        {
            batch.Add(click); // expect: RACE?, CAPTURE?
            if (batch.Count == _size)
            {
                int number = part++;
                writes.Add(Task.Run(() => Write(number, batch))); // expect: CAPTURE, RACE?
                batch = new List<Click>(_size); // expect: RACE?, CAPTURE?
            }
        }
        await Task.WhenAll(writes);
        if (batch.Count > 0)
        {
            Write(part, batch);
        }
    }

    private void Write(int number, List<Click> clicks)
    {
        using var writer = new StreamWriter(Path.Combine(_folder, $"clicks-{number:D5}.csv"));
        foreach (Click click in clicks)
        {
            writer.WriteLine($"{click.At};{click.Banner}");
        }
    }
}
