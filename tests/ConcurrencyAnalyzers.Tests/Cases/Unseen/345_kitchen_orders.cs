// A plain Queue between the waiter thread and the cook thread; the volatile flag orders only itself and not the queue. difficulty: medium
namespace Cases.U345;

public sealed class Kitchen
{
    private readonly Queue<string> _orders = new();
    private volatile bool _closed;

    public int Serve(IEnumerable<string> dishes, Action<string> cook)
    {
        int cooked = 0;
        var cookThread = new Thread(() =>
        {
            while (!_closed || _orders.Count > 0) // expect: RACE#1
            {
                if (_orders.TryDequeue(out var dish)) // expect: RACE#1
                {
                    cook(dish);
                    cooked++;
                }
            }
        });
        cookThread.Start();
        foreach (var dish in dishes)
        {
            _orders.Enqueue(dish); // expect: RACE#1
        }
        _closed = true;
        cookThread.Join();
        return cooked;
    }
}
