using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Blind.C1131;

public sealed record Departure(string Line, TimeOnly At);

public sealed class TramTimetable
{
    private readonly Lock _load = new();
    private readonly string _file;
    private volatile Dictionary<string, List<Departure>>? _stops;

    public TramTimetable(string file) => _file = file;

    public IReadOnlyList<Departure> DeparturesAt(string stop)
    {
        if (_stops == null) // expect: LAZY_INIT#1
        {
            lock (_load)
            {
                if (_stops == null)
                {
                    _stops = new Dictionary<string, List<Departure>>(); // expect: LAZY_INIT#1
                    foreach (var row in File.ReadLines(_file))
                        AddRow(row.Split(';'));
                }
            }
        }
        return _stops.TryGetValue(stop, out var list) ? list : []; // expect: RACE?
    }

    private void AddRow(string[] cells)
    {
        if (!_stops!.TryGetValue(cells[0], out var list)) // expect: RACE?
            _stops[cells[0]] = list = new List<Departure>(); // expect: RACE?
        list.Add(new Departure(cells[1], TimeOnly.Parse(cells[2]))); // expect: RACE?
    }
}
