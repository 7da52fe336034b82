// A helper takes the lock, unless the parameter says that the caller is alone; each lock guards the count of the same number.
namespace Cases.R267;

public static class Gates
{
    public static void Enter(object gate, ref bool taken) => Monitor.Enter(gate, ref taken);

    public static void Exit(object gate) => Monitor.Exit(gate);
}

public sealed class Table
{
    public readonly object[] Locks = [new(), new(), new(), new()];

    public volatile int[] Counts = new int[4];
}

public sealed class Names
{
    private readonly Table _table = new();

    public Names(IEnumerable<string> names)
    {
        foreach (var name in names)
            Add(name, false);
    }

    public bool Add(string name) => Add(name, true);

    private bool Add(string name, bool takeLock)
    {
        var number = name.Length % _table.Locks.Length;
        var taken = false;
        try
        {
            if (takeLock)
                Gates.Enter(_table.Locks[number], ref taken);
            _table.Counts[number]++;
            return true;
        }
        finally
        {
            if (taken)
                Gates.Exit(_table.Locks[number]);
        }
    }
}
