// The timer callback prunes the list on a pool thread while Beat and Alive use it from request threads, with no lock anywhere. difficulty: easy
namespace Cases.U822;

public sealed record Heartbeat(string Node, DateTime At);

public sealed class HeartbeatBoard : IAsyncDisposable
{
    private static readonly TimeSpan s_expiry = TimeSpan.FromSeconds(30);
    private readonly List<Heartbeat> _beats = [];
    private readonly Timer _pruner;

    public HeartbeatBoard()
    {
        _pruner = new Timer(Prune, null, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
    }

    public void Beat(string node)
    {
        _beats.RemoveAll(b => b.Node == node); // expect: RACE#1
        _beats.Add(new Heartbeat(node, DateTime.UtcNow)); // expect: RACE#1
    }

    public string[] Alive()
    {
        return _beats.Select(b => b.Node).Order().ToArray(); // expect: RACE#1
    }

    public ValueTask DisposeAsync() => _pruner.DisposeAsync();

    private void Prune(object? state)
    {
        var oldest = DateTime.UtcNow - s_expiry;
        _beats.RemoveAll(b => b.At < oldest); // expect: RACE#1
    }
}
