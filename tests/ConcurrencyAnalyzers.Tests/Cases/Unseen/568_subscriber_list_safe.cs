// The new array is put in place by CompareExchange only if nobody else changed it meanwhile, and otherwise built again. difficulty: hard
namespace Cases.U568;

public sealed class Topic
{
    private Action<string>[] _subscribers = [];
    private int _closed;

    public void Subscribe(Action<string> subscriber)
    {
        while (true)
        {
            var before = Volatile.Read(ref _subscribers);
            Action<string>[] after = [.. before, subscriber];
            if (Interlocked.CompareExchange(ref _subscribers, after, before) == before)
            {
                return;
            }
        }
    }

    public void Publish(string message)
    {
        foreach (var subscriber in Volatile.Read(ref _subscribers))
        {
            subscriber(message);
        }
    }

    public void Close()
    {
        if (Interlocked.CompareExchange(ref _closed, 1, 0) == 0)
        {
            Publish("closed");
        }
    }

    public static void Connect(IEnumerable<Action<string>> clients)
    {
        var topic = new Topic();
        Parallel.ForEach(clients, topic.Subscribe);
        Parallel.Invoke(topic.Close, topic.Close);
    }
}
