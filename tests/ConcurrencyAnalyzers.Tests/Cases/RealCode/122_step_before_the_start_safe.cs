// The safe twin: who prepares starts the reader then, also where a helper of his does it.
namespace Cases.R122;

public sealed class Connection
{
    private readonly object _gate = new();
    private readonly List<int> _frames = new();
    private bool _isStopped;

    internal void Prepare() => _frames.Clear();

    internal void Begin() => Task.Run(Read);

    private void Read()
    {
        while (!IsStopped())
            _frames.Add(_frames.Count);
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

    public Task OpenAsync(string name)
    {
        var made = new Connection();
        made.Prepare();
        Begin(name, made);
        return Task.CompletedTask;
    }

    private void Begin(string name, Connection made)
    {
        made.Begin();
        _all[name] = made;
    }
}
