// Two objects of a kind are locked in the order of their numbers, whichever way that order is found.
using System.Threading;
using System.Threading.Tasks;

namespace TwoInTheirOrder;

public sealed class Tank(int number, int litres)
{
    private readonly object _gate = new();
    private int _litres = litres;

    public int Number => number;

    public int Litres
    {
        get
        {
            lock (_gate)
                return _litres;
        }
    }

    public void Fill(int amount)
    {
        lock (_gate)
            _litres += amount;
    }

    public bool Pour(Tank other, int amount)
    {
        var (first, second) = number < other.Number ? (this, other) : (other, this);
        lock (first._gate)
        {
            lock (second._gate)
            {
                if (_litres < amount)
                    return false;
                _litres -= amount;
                other._litres += amount;
                return true;
            }
        }
    }

    public void Level(Tank other)
    {
        var (first, second) = InOrder(this, other);
        lock (first._gate)
        {
            lock (second._gate)
            {
                var both = _litres + other._litres;
                _litres = both / 2;
                other._litres = both - both / 2;
            }
        }
    }

    private static (Tank First, Tank Second) InOrder(Tank one, Tank other) => one.Number < other.Number ? (one, other) : (other, one);
}

public static class Depot
{
    public static int Run(Tank[] tanks)
    {
        Parallel.For(0, 1000, i =>
        {
            tanks[i % tanks.Length].Fill(1);
            if (tanks.Length > 1 && i % tanks.Length != (i + 1) % tanks.Length)
                tanks[i % tanks.Length].Pour(tanks[(i + 1) % tanks.Length], 1);
        });
        return tanks[0].Litres;
    }
}
