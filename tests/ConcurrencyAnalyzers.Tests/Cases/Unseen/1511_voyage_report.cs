// Collects the legs of a ship's voyage as they are reported and makes a report of them for the office on shore. difficulty: medium
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1511;

public readonly record struct VoyageLeg(string From, string To, double Miles);

public sealed record VoyageReport(IReadOnlyList<VoyageLeg> Legs, double Miles)
{
    public double Average => Legs.Count == 0 ? 0 : Miles / Legs.Count;
}

public sealed class VoyageLog
{
    private readonly Lock _gate = new();
    private readonly List<VoyageLeg> _legs = [];
    private double _miles;

    public void Sailed(VoyageLeg leg)
    {
        lock (_gate)
        {
            _legs.Add(leg);
            _miles += leg.Miles;
        }
    }

    public void Correct(int index, VoyageLeg leg)
    {
        lock (_gate)
        {
            _miles += leg.Miles - _legs[index].Miles;
            _legs[index] = leg;
        }
    }

    public VoyageReport Report()
    {
        lock (_gate)
        {
            var legs = _legs.AsReadOnly(); // expect: ESCAPES_LOCK?
            return new VoyageReport(legs, _miles); // expect: ESCAPES_LOCK
        }
    }
}
