using System.Collections.Concurrent;

namespace Robots.Tasks;

public abstract record RobotTask(int Id)
{
    public abstract TimeSpan Execute(int robot);
}

public sealed record PickTask(int Id, string Bin) : RobotTask(Id)
{
    public override TimeSpan Execute(int robot)
    {
        Thread.Sleep(5);
        return TimeSpan.FromMilliseconds(5 + Bin.Length);
    }
}

public sealed class TaskBoard(int capacity)
{
    private readonly ConcurrentQueue<RobotTask> _tasks = new();
    private readonly ConcurrentDictionary<int, TimeSpan> _busy = new();

    public IEnumerable<KeyValuePair<int, TimeSpan>> Busy => _busy.ToArray();

    public bool Post(RobotTask task)
    {
        if (_tasks.Count >= capacity) // expect: CHECK_THEN_ACT?
        {
            return false;
        }
        _tasks.Enqueue(task); // expect: CHECK_THEN_ACT
        return true;
    }

    public void Work(int robot)
    {
        while (!_tasks.IsEmpty) // expect: CHECK_THEN_ACT?
        {
            _tasks.TryDequeue(out RobotTask? task); // expect: CHECK_THEN_ACT
            TimeSpan spent = task!.Execute(robot);
            _busy.AddOrUpdate(robot, spent, (_, before) => before + spent);
        }
    }
}

public static class Program
{
    public static void Main()
    {
        var board = new TaskBoard(500);
        var planners = Enumerable.Range(0, 3).Select(p => new Thread(() =>
        {
            for (int i = 0; i < 300; i++)
            {
                board.Post(new PickTask(p * 1000 + i, $"bin-{i % 40}"));
            }
        })).ToList();
        planners.ForEach(p => p.Start());
        planners.ForEach(p => p.Join());

        Thread[] robots = Enumerable.Range(1, 6).Select(r => new Thread(() => board.Work(r))).ToArray();
        Array.ForEach(robots, r => r.Start());
        Array.ForEach(robots, r => r.Join());
        foreach ((int robot, TimeSpan busy) in board.Busy)
        {
            Console.WriteLine($"{robot}: {busy}");
        }
    }
}
