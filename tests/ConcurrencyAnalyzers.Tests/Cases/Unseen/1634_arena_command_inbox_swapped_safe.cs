// Players post commands to an arena; its loop swaps the inbox every tick and applies what came in. difficulty: hard
namespace Cases.U1634;

public readonly record struct Command(int Player, int Dx, int Dy);

public sealed class CommandInbox
{
    private readonly object _gate = new();
    private List<Command> _incoming = [];
    private List<Command> _spare = [];

    public void Post(Command command)
    {
        lock (_gate)
        {
            _incoming.Add(command);
        }
    }

    public List<Command> Swap()
    {
        lock (_gate)
        {
            (_incoming, _spare) = (_spare, _incoming);
            return _spare;
        }
    }
}

public sealed class Arena(CommandInbox inbox)
{
    private readonly Dictionary<int, (int X, int Y)> _positions = [];

    public void Run(int ticks)
    {
        for (int tick = 0; tick < ticks; tick++)
        {
            var commands = inbox.Swap();
            foreach (var command in commands)
            {
                Apply(command);
            }
            commands.Clear();
            Thread.Sleep(1);
        }
    }

    public int Occupied => _positions.Count;

    private void Apply(Command command)
    {
        var (x, y) = _positions.GetValueOrDefault(command.Player);
        _positions[command.Player] = (x + command.Dx, y + command.Dy);
    }
}

static class Program
{
    static void Main()
    {
        var inbox = new CommandInbox();
        var arena = new Arena(inbox);
        var loop = new Thread(() => arena.Run(100));
        loop.Start();
        Parallel.For(0, 8, player =>
        {
            for (int i = 0; i < 100; i++)
            {
                inbox.Post(new Command(player, 1, i % 3 - 1));
            }
        });
        loop.Join();
        Console.WriteLine(arena.Occupied);
    }
}
