// The door readers of a bath house report visits and the longest stay of every guest is kept. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1442;

public sealed record SaunaVisit(string Guest, TimeSpan Stay);

public interface IVisitSink
{
    void Accept(SaunaVisit visit);
}

public sealed class LongestStays : IVisitSink
{
    private readonly object _gate = new();
    private readonly Dictionary<string, SaunaVisit> _longest = new();
    private int _visits;

    public int Visits
    {
        get
        {
            lock (_gate)
            {
                return _visits;
            }
        }
    }

    public void Accept(SaunaVisit visit)
    {
        lock (_gate)
        {
            _visits++;
            if (IsLonger(visit))
            {
                _longest[visit.Guest] = visit;
            }
        }
    }

    public SaunaVisit[] Ranking()
    {
        lock (_gate)
        {
            return _longest.Values.OrderByDescending(visit => visit.Stay).ToArray();
        }
    }

    // called with _gate held
    private bool IsLonger(SaunaVisit visit) =>
        !_longest.TryGetValue(visit.Guest, out var known) || visit.Stay > known.Stay;
}

public sealed class DoorReaders
{
    private readonly Func<string, IReadOnlyList<SaunaVisit>> _readOut;

    public DoorReaders(Func<string, IReadOnlyList<SaunaVisit>> readOut) => _readOut = readOut;

    public void ReadAll(IEnumerable<string> doors, IVisitSink sink)
    {
        Parallel.ForEach(doors, door =>
        {
            foreach (var visit in _readOut(door))
            {
                sink.Accept(visit);
            }
        });
    }
}

public static class BathHouse
{
    public static string Summary(DoorReaders readers, params string[] doors)
    {
        var stays = new LongestStays();
        readers.ReadAll(doors, stays);
        var first = stays.Ranking().FirstOrDefault();
        return $"{stays.Visits} visits, longest: {first?.Guest ?? "nobody"}";
    }
}
