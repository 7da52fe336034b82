// Fields are filled before the thread starts and only read from then on.
namespace Cases.S056;

public sealed class RouteServer
{
    private readonly Dictionary<string, int> _routes = [];
    private readonly Thread _thread;
    private int _port;

    public RouteServer(IEnumerable<string> names)
    {
        int id = 0;
        foreach (var name in names)
        {
            _routes[name] = id++;
        }

        _port = 8080;
        _port += id;
        _thread = new Thread(Serve);
        _thread.Start();
    }

    public int Find(string name) => _routes.TryGetValue(name, out var id) ? id : -1;

    public int Port => _port;

    public void Wait() => _thread.Join();

    private void Serve()
    {
        foreach (var (name, id) in _routes)
        {
            Console.WriteLine($"{name} {id} {_port}");
        }
    }
}
