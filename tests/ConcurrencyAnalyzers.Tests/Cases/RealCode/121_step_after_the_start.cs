// The nearest wrong one to steps in the order of one caller: the caller starts the reader, and prepares once more in each of its turns.
namespace Cases.R121;

public sealed class Connection
{
    private readonly object _gate = new();
    private readonly List<int> _frames = new();
    private bool _isStopped;

    internal void Prepare() => _frames.Clear(); // expect: RACE#1

    internal void Begin() => Task.Run(Read);

    private void Read()
    {
        while (!IsStopped())
            _frames.Add(_frames.Count); // expect: RACE#1
    }

    internal void Stop()
    {
        lock (_gate)
            _isStopped = true;
    }

    private bool IsStopped()
    {
        lock (_gate)
            return _isStopped;
    }
}

public sealed class Connections
{
    private readonly Dictionary<string, Connection> _all = new();

    public Task TendAsync(string name)
    {
        if (_all.TryGetValue(name, out var known))
            known.Prepare();
        else
            Open(name);
        return Task.CompletedTask;
    }

    private void Open(string name)
    {
        var made = new Connection();
        made.Prepare();
        made.Begin();
        _all[name] = made;
    }
}
