// A value is read into a variable, and what is stored later is made of it: an update in two steps, whatever stands between.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;

namespace UpdateByVariable;

public sealed class Tally
{
    private int _sum;
    private int _steps;
    private int _largest;
    private ImmutableList<string> _names = ImmutableList<string>.Empty;

    public int Total => _sum + _steps + _largest + _names.Count;

    public void Add(int value)
    {
        var before = _sum;
        _sum = before + value; // expect: RACE
    }

    public void Step()
    {
        int steps = _steps;
        steps++;
        _steps = steps; // expect: RACE
    }

    public void Raise(int value)
    {
        var largest = _largest; // expect: RACE?
        if (largest < value)
            _largest = value; // expect: RACE
    }

    public void Name(string name)
    {
        var known = _names; // expect: RACE?
        if (known.Contains(name))
            return;
        var more = known.Add(name);
        _names = more; // expect: RACE
    }
}

public static class Count
{
    public static int Run(IReadOnlyList<string> names)
    {
        var tally = new Tally();
        Parallel.For(0, names.Count, i =>
        {
            tally.Add(i);
            tally.Step();
            tally.Raise(i);
            tally.Name(names[i]);
        });
        return tally.Total;
    }
}
