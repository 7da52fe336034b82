using System;
using System.Collections.Generic;
using System.Threading;

namespace Blind.C1124;

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

    public bool TryPeek(string name, int minute, out double target)
    {
        _rw.EnterReadLock();
        try { return _targets.TryGetValue((name, minute), out target); }
        finally { _rw.ExitReadLock(); }
    }

    public double TargetAt(string name, int minute)
    {
        if (TryPeek(name, minute, out var known))
            return known;

        _rw.EnterUpgradeableReadLock();
        try
        {
            var key = (name, minute);
            if (_targets.TryGetValue(key, out known))
                return known;
            var target = Interpolate(_programs[name], minute);
            _rw.EnterWriteLock();
            try { _targets[key] = target; }
            finally { _rw.ExitWriteLock(); }
            return target;
        }
        finally
        {
            _rw.ExitUpgradeableReadLock();
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
