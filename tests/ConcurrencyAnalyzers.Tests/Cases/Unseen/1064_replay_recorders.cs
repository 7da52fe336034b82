using System.Collections.Concurrent;

namespace Cases.L1064;

public sealed class ReplayRecorder
{
    private readonly object _gate = new();
    private readonly List<string> _frames = new();

    public ReplayRecorder(string match) => Match = match;

    public string Match { get; }

    public void Record(string frame)
    {
        lock (_gate)
        {
            _frames.Add(frame);
        }
    }

    public string[] Drain()
    {
        lock (_gate)
        {
            string[] frames = _frames.ToArray();
            _frames.Clear();
            return frames;
        }
    }
}

public sealed class ReplayHub
{
    private readonly ConcurrentDictionary<string, Lazy<ReplayRecorder>> _recorders = new(StringComparer.Ordinal);

    public void Record(string match, string frame)
    {
        Lazy<ReplayRecorder> recorder = _recorders.GetOrAdd(
            match,
            static m => new Lazy<ReplayRecorder>(() => new ReplayRecorder(m)));
        recorder.Value.Record(frame);
    }

    public IReadOnlyList<string> Snapshot(string match) =>
        _recorders.TryGetValue(match, out var recorder) ? recorder.Value.Drain() : Array.Empty<string>();

    public static async Task Main()
    {
        var hub = new ReplayHub();
        Task[] feeds = new Task[4];
        for (int f = 0; f < feeds.Length; f++)
        {
            int feed = f;
            feeds[f] = Task.Run(() =>
            {
                for (int i = 0; i < 500; i++)
                {
                    hub.Record($"match-{i % 3}", $"{feed}:{i}");
                }
            });
        }
        await Task.WhenAll(feeds);
        for (int m = 0; m < 3; m++)
        {
            Console.WriteLine(hub.Snapshot($"match-{m}").Count);
        }
    }
}
