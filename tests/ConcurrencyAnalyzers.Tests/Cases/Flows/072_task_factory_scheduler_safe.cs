// The factory starts its tasks on the exclusive scheduler: one after the other.
namespace Cases.F072;

public sealed class Mailbox
{
    private readonly TaskFactory _factory;
    private readonly List<string> _messages = [];

    public Mailbox()
    {
        var pair = new ConcurrentExclusiveSchedulerPair();
        _factory = new TaskFactory(pair.ExclusiveScheduler);
    }

    public Task Put(string message) => _factory.StartNew(() => _messages.Add(message));

    public Task PutAll(IEnumerable<string> messages)
    {
        var puts = new List<Task>();
        foreach (var message in messages)
            puts.Add(_factory.StartNew(() => _messages.Add(message)));
        return Task.WhenAll(puts);
    }
}
