// Tasks started on a scheduler that is handed in: it may run one at a time, as that of a user interface does.
namespace Cases.R004;

public sealed class Poller(TaskScheduler scheduler)
{
    private readonly TaskScheduler _scheduler = scheduler;
    private readonly List<string> _sockets = new();

    public void Add(string socket)
    {
        var task = new Task(() => _sockets.Add(socket));
        task.Start(_scheduler);
    }

    public void Remove(string socket)
    {
        var task = new Task(() => _sockets.Remove(socket));
        task.Start(_scheduler);
    }
}

public sealed class Counter
{
    private readonly List<string> _sockets = new();

    public void Add(string socket)
    {
        var task = new Task(() => _sockets.Add(socket)); // expect: RACE#add
        task.Start();
        _sockets.Add("own"); // expect: RACE#add
    }
}
