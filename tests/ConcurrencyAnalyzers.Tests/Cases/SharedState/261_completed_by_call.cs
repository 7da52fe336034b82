// The table is assigned first and worked out by a call on it afterwards: who finds it there skips the lock.
namespace Cases.S261;

public sealed class Table
{
    private double[] _values = [];

    public double Of(int index) => _values[index];

    public void Fill(int count)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = Math.Sqrt(i);
        }

        _values = values; // expect: RACE?
    }
}

public sealed class Roots(int count)
{
    private readonly object _gate = new();
    private Table? _table;

    public Table Table
    {
        get
        {
            if (_table is null)
            {
                lock (_gate)
                {
                    if (_table is null)
                    {
                        _table = new Table(); // expect: LAZY_INIT#1
                        _table.Fill(count); // expect: LAZY_INIT#1
                    }
                }
            }

            return _table;
        }
    }
}
