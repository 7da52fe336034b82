// Worked out before it is assigned; or everybody takes the lock; or the call only looks at it.
namespace Cases.S262;

public sealed class Table
{
    private double[] _values = [];

    public int Count => _values.Length;

    public double Of(int index) => _values[index];

    public void Fill(int count)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = Math.Sqrt(i);
        }

        _values = values;
    }

    public string Describe() => $"{_values.Length} roots";
}

public sealed class Roots(int count, Action<string> log)
{
    private readonly object _gate = new();
    private Table? _early;
    private Table? _locked;
    private Table? _looked;

    public Table Early
    {
        get
        {
            if (_early is null)
            {
                lock (_gate)
                {
                    if (_early is null)
                    {
                        var table = new Table();
                        table.Fill(count);
                        _early = table;
                    }
                }
            }

            return _early;
        }
    }

    public Table Locked
    {
        get
        {
            lock (_gate)
            {
                if (_locked is null)
                {
                    _locked = new Table();
                    _locked.Fill(count);
                }

                return _locked;
            }
        }
    }

    public Table Looked
    {
        get
        {
            if (_looked is null)
            {
                lock (_gate)
                {
                    if (_looked is null)
                    {
                        _looked = new Table();
                        log(_looked.Describe());
                    }
                }
            }

            return _looked;
        }
    }
}
