// Values that are read into a variable and put back, replaced by something else, or made once; and updates under a lock.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace KeptInVariable;

public sealed class Gauge
{
    private readonly object _gate = new();
    private int _sum;
    private int _level;
    private string? _title;
    private int _last;

    public int Level => _level;

    public void Add(int value)
    {
        lock (_gate)
        {
            var before = _sum;
            _sum = before + value;
        }
    }

    // The old value is only told; what is stored has nothing to do with it.
    public int Swap(int value)
    {
        var old = _level;
        _level = value;
        return old;
    }

    // Whoever comes first makes the same title.
    public string Title()
    {
        var title = _title;
        if (title == null)
        {
            title = "gauge of " + Environment.MachineName;
            _title = title;
        }

        return title;
    }

    public bool Changed(int value)
    {
        var last = _last;
        _last = value;
        return last != value;
    }

    public int Sum()
    {
        lock (_gate)
            return _sum;
    }
}

public static class Measure
{
    public static int Run(IReadOnlyList<int> values)
    {
        var gauge = new Gauge();
        Parallel.For(0, values.Count, i =>
        {
            gauge.Add(values[i]);
            gauge.Swap(i);
            gauge.Changed(i);
            gauge.Title();
        });
        return gauge.Sum();
    }
}
