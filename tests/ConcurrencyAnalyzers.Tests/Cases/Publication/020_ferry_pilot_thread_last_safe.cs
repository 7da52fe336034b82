// The start is the last thing that the constructor does.
namespace Cases.P020;

public sealed class FerryPilot
{
    private readonly Thread _thread;
    private readonly string[] _stops;
    private readonly string _name;

    public FerryPilot(string route)
    {
        _stops = route.Split(',');
        _thread = new Thread(Sail) { IsBackground = true };
        _thread.Start();
        _name = route;
    }

    public string Name => _name;

    public void Wait() => _thread.Join();

    private void Sail()
    {
        foreach (string stop in _stops)
        {
            Console.WriteLine(stop);
        }
    }
}
