using System;
using System.Collections.Generic;
using System.Threading;

namespace Blind.C1123;

public sealed record KilnStep(int Minute, double Celsius);

public sealed class KilnPrograms : IDisposable
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, KilnStep[]> _programs = new();
    private readonly Dictionary<(string Program, int Minute), double> _targets = new();

    public void Install(string name, KilnStep[] steps)
    {
        _rw.EnterWriteLock();
        try
        {
            _programs[name] = steps;
            _targets.Clear();
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public double TargetAt(string name, int minute)
    {
        _rw.EnterReadLock();
        try
        {
            var key = (name, minute);
            if (_targets.TryGetValue(key, out var known)) // expect: RACE#1
                return known;
            var target = Interpolate(_programs[name], minute);
            _targets[key] = target; // expect: RACE#1
            return target;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    private static double Interpolate(KilnStep[] steps, int minute)
    {
        for (var i = 1; i < steps.Length; i++)
        {
            var (from, to) = (steps[i - 1], steps[i]);
            if (minute > to.Minute)
                continue;
            var share = (double)(minute - from.Minute) / (to.Minute - from.Minute);
            return from.Celsius + share * (to.Celsius - from.Celsius);
        }
        return steps[^1].Celsius;
    }

    public void Dispose() => _rw.Dispose();
}
