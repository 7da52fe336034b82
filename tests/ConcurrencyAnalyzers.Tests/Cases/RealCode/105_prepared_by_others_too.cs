// The nearest wrong one: anybody can prepare it while the reader is on.
namespace Cases.R105;

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

    public void Prepare() => _frames.Clear(); // expect: RACE#1

    internal void Begin() => Task.Run(Read);

    private void Read()
    {
        while (!IsClosed())
            _frames.Add(_frames.Count); // expect: RACE#1
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
