// The state is volatile for who reads it; it changes in steps that the base class takes in its loop, one at a time.
namespace Cases.R065;

public abstract class Channel
{
    private readonly System.Collections.Concurrent.BlockingCollection<int> _ports = new();

    protected Channel() => new Thread(Loop).Start();

    public void Bind(int port) => _ports.Add(port);

    protected abstract void DoBind(int port);

    private void Loop()
    {
        foreach (var port in _ports.GetConsumingEnumerable())
            DoBind(port);
    }
}

public sealed class LocalChannel : Channel
{
    private volatile int _bound;

    public int Bound => _bound;

    protected override void DoBind(int port) => _bound |= 1 << port;
}
