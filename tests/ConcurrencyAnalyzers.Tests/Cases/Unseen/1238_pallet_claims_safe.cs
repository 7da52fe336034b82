namespace Blind.C1238;

public interface ITurnCounter
{
    int Next();
}

public sealed class TurnCounter : ITurnCounter
{
    private int _turn;

    public int Next() => ++_turn;
}

public sealed class PalletTask
{
    private int _claimed;
    private string? _robot;
    private int _turn;

    public PalletTask(string bay)
    {
        Bay = bay;
    }

    public string Bay { get; }

    public bool TryClaim(string robot, ITurnCounter turns)
    {
        if (Interlocked.CompareExchange(ref _claimed, 1, 0) != 0)
        {
            return false;
        }

        _robot = robot;
        _turn = turns.Next();
        return true;
    }

    public override string ToString() => $"{Bay} {_robot} {_turn}";
}

public sealed class Fleet
{
    private readonly Func<ITurnCounter> _counters;

    public Fleet(Func<ITurnCounter> counters)
    {
        _counters = counters;
    }

    public async Task<int> RunAsync(IReadOnlyList<PalletTask> tasks, IEnumerable<string> robots)
    {
        var done = await Task.WhenAll(robots.Select(r => Task.Run(() => DriveAsync(r, tasks))));
        foreach (var task in tasks)
        {
            Console.WriteLine(task);
        }

        return done.Sum();
    }

    private async Task<int> DriveAsync(string robot, IReadOnlyList<PalletTask> tasks)
    {
        var turns = _counters();
        var count = 0;
        foreach (var task in tasks)
        {
            if (task.TryClaim(robot, turns))
            {
                count++;
                await Task.Delay(1);
            }
        }

        return count;
    }
}

public static class Program
{
    public static async Task Main()
    {
        var tasks = Enumerable.Range(1, 20).Select(static i => new PalletTask("B" + i)).ToList();
        var fleet = new Fleet(static () => new TurnCounter());
        Console.WriteLine(await fleet.RunAsync(tasks, ["r1", "r2", "r3"]));
    }
}
