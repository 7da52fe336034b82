// The observer array is never changed in place: a CompareExchange loop replaces it and Publish walks one snapshot. difficulty: medium
namespace Cases.U787;

public sealed class PriceTopic
{
    private Action<decimal>[] _observers = [];

    public IDisposable Subscribe(Action<decimal> observer)
    {
        Action<decimal>[] current;
        Action<decimal>[] next;
        do
        {
            current = Volatile.Read(ref _observers);
            next = new Action<decimal>[current.Length + 1];
            current.CopyTo(next, 0);
            next[^1] = observer;
        }
        while (Interlocked.CompareExchange(ref _observers, next, current) != current);
        return new Subscription(this, observer);
    }

    public void PublishAll(IEnumerable<decimal> prices) => Parallel.ForEach(prices, Publish);

    private void Publish(decimal price)
    {
        foreach (Action<decimal> observer in Volatile.Read(ref _observers))
        {
            observer(price);
        }
    }

    private void Remove(Action<decimal> observer)
    {
        while (true)
        {
            Action<decimal>[] current = Volatile.Read(ref _observers);
            int index = Array.IndexOf(current, observer);
            if (index < 0)
            {
                return;
            }
            Action<decimal>[] next = [.. current[..index], .. current[(index + 1)..]];
            if (Interlocked.CompareExchange(ref _observers, next, current) == current)
            {
                return;
            }
        }
    }

    private sealed class Subscription(PriceTopic topic, Action<decimal> observer) : IDisposable
    {
        private PriceTopic? _topic = topic;

        public void Dispose() => Interlocked.Exchange(ref _topic, null)?.Remove(observer);
    }
}
