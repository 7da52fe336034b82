// CONC1001: one thread fills a queue, another empties it
namespace Stress;

public sealed class OrderQueue
{
    private readonly Queue<int> _orders = new();

    private bool Serve()
    {
        var served = 0;
        var cook = new Thread(() =>
        {
            for (var i = 1; i <= 1_000_000; i++)
                _orders.Enqueue(i);
        });
        var waiter = new Thread(() =>
        {
            for (var i = 0; i < 1_000_000; i++)
            {
                if (_orders.TryDequeue(out _))
                    served++;
            }
        });
        cook.Start();
        waiter.Start();
        cook.Join();
        waiter.Join();
        return served + _orders.Count == 1_000_000 && !_orders.Contains(0);
    }

    public static int Run() => Rounds.Play(() => new OrderQueue().Serve());
}
