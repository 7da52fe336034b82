// Monitor.Wait inside a loop and Pulse by the producer, all under one lock.
namespace Cases.L021;

public sealed class Dumbwaiter
{
    private readonly object _shaft = new();
    private readonly Queue<string> _dishes = new();
    private bool _closed;

    public void Send(string dish)
    {
        lock (_shaft)
        {
            _dishes.Enqueue(dish);
            Monitor.PulseAll(_shaft);
        }
    }

    public void Close()
    {
        lock (_shaft)
        {
            _closed = true;
            Monitor.PulseAll(_shaft);
        }
    }

    public string? Receive()
    {
        lock (_shaft)
        {
            while (_dishes.Count == 0 && !_closed)
            {
                Monitor.Wait(_shaft);
            }

            return _dishes.TryDequeue(out var dish) ? dish : null;
        }
    }

    public void Serve(string[] menu)
    {
        var kitchen = new Thread(() =>
        {
            foreach (var dish in menu) Send(dish);
            Close();
        });
        kitchen.Start();
        while (Receive() is { } dish)
        {
            Console.WriteLine(dish);
        }

        kitchen.Join();
    }
}
