// The question is asked by a helper, and what follows from the answer is done by its caller: a gap as wide as in one member.
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace AskedByAHelper;

public sealed record Climber(string Name, IReadOnlyList<string> Peaks);

public sealed class SummitBook
{
    private const int Seats = 12;
    private readonly ConcurrentDictionary<string, string> _firstOn = new();
    private readonly ConcurrentBag<string> _seated = new();

    public void Enter(IEnumerable<Climber> climbers) => Parallel.ForEach(climbers, Enter);

    private void Enter(Climber climber)
    {
        foreach (var peak in climber.Peaks)
        {
            if (IsUnclimbed(peak))
            {
                _firstOn[peak] = climber.Name; // expect: CHECK_THEN_ACT
            }
        }
        Seat(climber.Name);
    }

    private bool Seat(string name)
    {
        if (!HasSeat())
        {
            return false;
        }
        _seated.Add(name); // expect: CHECK_THEN_ACT
        return true;
    }

    private bool IsUnclimbed(string peak) => peak.Length > 0 && !_firstOn.ContainsKey(peak);

    private bool HasSeat() => _seated.Count < Seats;
}
