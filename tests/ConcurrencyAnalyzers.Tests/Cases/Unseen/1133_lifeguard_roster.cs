using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Blind.C1133;

public sealed record Shift(string Guard, string Tower, DateTime From, DateTime To);

public sealed class LifeguardRoster
{
    private readonly Lock _gate = new();
    private readonly List<Shift> _shifts = new();

    public void Assign(Shift shift)
    {
        lock (_gate)
        {
            if (_shifts.Any(s => s.Guard == shift.Guard && s.From < shift.To && shift.From < s.To))
                throw new InvalidOperationException($"{shift.Guard} is already on duty");
            _shifts.Add(shift);
        }
    }

    public void Cancel(string guard, DateTime from)
    {
        lock (_gate)
        {
            _shifts.RemoveAll(s => s.Guard == guard && s.From == from);
        }
    }

    public IEnumerable<Shift> OnDuty(DateTime moment)
    {
        lock (_gate)
        {
            return _shifts.Where(s => s.From <= moment && moment < s.To); // expect: ESCAPES_LOCK
        }
    }

    public int CountFor(string tower)
    {
        lock (_gate)
        {
            return _shifts.Count(s => s.Tower == tower);
        }
    }
}
