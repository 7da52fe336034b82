// The constructor starts the thread before it has filled what the thread reads.
namespace Cases.S057;

public sealed class RouteServer
{
    private readonly Dictionary<string, int> _routes = [];
    private readonly Thread _thread;

    public RouteServer(IEnumerable<string> names)
    {
        _thread = new Thread(Serve);
        _thread.Start();
        int id = 0;
        foreach (var name in names)
        {
            _routes[name] = id++; // expect: RACE#1
        }
    }

    public void Wait() => _thread.Join();

    private void Serve()
    {
        foreach (var (name, id) in _routes) // expect: RACE#1
        {
            Console.WriteLine($"{name} {id}");
        }
    }
}
