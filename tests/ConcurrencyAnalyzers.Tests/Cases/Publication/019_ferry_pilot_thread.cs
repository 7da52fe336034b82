// The pilot's thread is started before the route that it sails is assigned.
namespace Cases.P019;

public sealed class FerryPilot
{
    private readonly Thread _thread;
    private readonly string[] _stops;

    public FerryPilot(string route)
    {
        _thread = new Thread(Sail) { IsBackground = true };
        _thread.Start(); // expect: LAZY_INIT?
        _stops = route.Split(','); // expect: RACE#1
    }

    public void Wait() => _thread.Join();

    private void Sail()
    {
        foreach (string stop in _stops) // expect: RACE#1
        {
            Console.WriteLine(stop);
        }
    }
}
