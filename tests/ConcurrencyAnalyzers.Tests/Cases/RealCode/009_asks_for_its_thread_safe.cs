// Everything is done on one thread: a call from elsewhere is sent there, a call from there goes through at once.
using System.Collections.Concurrent;

namespace Cases.R009;

public sealed class Desk
{
    private readonly BlockingCollection<Action> _orders = new();
    private readonly List<string> _open = new();
    private readonly Thread _thread;

    public Desk()
    {
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    private bool IsOnDesk => Thread.CurrentThread == _thread;

    public void Add(string name) => Run(() => _open.Add(name));

    public void Remove(string name) => Run(() => _open.Remove(name));

    private void Run(Action order)
    {
        if (IsOnDesk)
            order();
        else
            _orders.Add(order);
    }

    private void Serve()
    {
        foreach (var order in _orders.GetConsumingEnumerable())
        {
            order();
            foreach (var name in _open)
                Console.WriteLine(name);
        }
    }
}

public sealed class OpenDesk
{
    private readonly List<string> _open = new();

    public void Start() => new Thread(Serve) { IsBackground = true }.Start();

    public void Add(string name) => _open.Add(name); // expect: RACE#open

    private void Serve()
    {
        while (true)
            foreach (var name in _open) // expect: RACE#open
                Console.WriteLine(name);
    }
}
