// The list is immutable, the field is not: two Subscribes at once start from the same list and one subscriber is lost. difficulty: medium
using System.Collections.Immutable;

namespace Cases.U567;

public sealed class Topic
{
    private volatile ImmutableList<Action<string>> _subscribers = [];

    public void Subscribe(Action<string> subscriber)
    {
        _subscribers = _subscribers.Add(subscriber); // expect: NON_ATOMIC, RACE?
    }

    public void Publish(string message)
    {
        foreach (var subscriber in _subscribers)
        {
            subscriber(message);
        }
    }

    public static int Connect(IEnumerable<Action<string>> clients)
    {
        var topic = new Topic();
        Parallel.ForEach(clients, topic.Subscribe);
        return topic._subscribers.Count;
    }
}
