// Of two objects that are changed together only one is locked.
using System.Threading.Tasks;

namespace TwoAndOneLock;

public sealed class Jar(int beans)
{
    private readonly object _gate = new();
    private int _beans = beans;

    public int Beans
    {
        get
        {
            lock (_gate)
                return _beans;
        }
    }

    public void Add(int amount)
    {
        lock (_gate)
            _beans += amount;
    }

    public void MoveTo(Jar other, int amount)
    {
        lock (_gate)
        {
            _beans -= amount;
            other._beans += amount; // expect: INCONSISTENT_LOCK
        }
    }
}

public static class Larder
{
    public static int Run(Jar left, Jar right)
    {
        Parallel.For(0, 100, i => left.MoveTo(right, i));
        return right.Beans;
    }
}
