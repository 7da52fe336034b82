// Only who opens the connection prepares it, and then starts its reader.
namespace Cases.R104;

public sealed class Connection
{
    private readonly object _gate = new();
    private readonly List<int> _frames = new();
    private bool _isClosed;

    public static Connection Open()
    {
        var connection = new Connection();
        connection.OpenCore();
        return connection;
    }

    private void OpenCore()
    {
        Prepare();
        Begin();
    }

    internal void Prepare() => _frames.Clear();

    internal void Begin() => Task.Run(Read);

    private void Read()
    {
        while (!IsClosed())
            _frames.Add(_frames.Count);
    }

    internal void Close()
    {
        lock (_gate)
            _isClosed = true;
    }

    private bool IsClosed()
    {
        lock (_gate)
            return _isClosed;
    }
}
