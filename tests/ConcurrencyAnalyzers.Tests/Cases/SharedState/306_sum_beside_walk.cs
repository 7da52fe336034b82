// The list is walked, or the end moved, without the lock under which both are changed together: so is what is read beside it.
namespace Cases.S306;

public sealed class Till
{
    private readonly object _sales = new();
    private readonly object _paper = new();
    private readonly List<int> _prices = [];
    private readonly List<string> _slips = [];
    private int _sum;

    public void Ring(int price)
    {
        lock (_sales)
        {
            _prices.Add(price);
            _sum += price;
        }
    }

    public void Void(int price)
    {
        lock (_sales)
        {
            if (_prices.Remove(price))
            {
                _sum -= price;
            }
        }
    }

    public void Print()
    {
        lock (_paper)
        {
            foreach (var price in _prices) // expect: INCONSISTENT_LOCK
            {
                _slips.Add($"{price}");
            }
            _slips.Add($"sum {_sum}"); // expect: INCONSISTENT_LOCK
        }
    }

    public int Slips()
    {
        lock (_paper)
        {
            return _slips.Count;
        }
    }
}

public sealed class Tape
{
    private readonly Lock _sync = new();
    private int _first;
    private int _last;

    public int Write(int count)
    {
        lock (_sync)
        {
            if (_last - _first + count > 64)
            {
                _first += count;
            }
            _last += count;
            return _last;
        }
    }

    public int Read()
    {
        lock (_sync)
        {
            return _first == _last ? -1 : _first++;
        }
    }

    public void Skip(int most)
    {
        var left = _last; // expect: INCONSISTENT_LOCK
        _first += Math.Min(most, left); // expect: INCONSISTENT_LOCK
    }
}
