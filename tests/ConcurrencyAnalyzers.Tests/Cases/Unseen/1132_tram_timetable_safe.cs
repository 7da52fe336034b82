using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Blind.C1132;

public sealed record Departure(string Line, TimeOnly At);

public sealed class TramTimetable
{
    private readonly Lock _load = new();
    private readonly string _file;
    private volatile Dictionary<string, List<Departure>>? _stops;

    public TramTimetable(string file) => _file = file;

    public IReadOnlyList<Departure> DeparturesAt(string stop)
    {
        var stops = _stops;
        if (stops == null)
        {
            lock (_load)
            {
                stops = _stops;
                if (stops == null)
                {
                    stops = new Dictionary<string, List<Departure>>();
                    foreach (var row in File.ReadLines(_file))
                        AddRow(stops, row.Split(';'));
                    _stops = stops;
                }
            }
        }
        return stops.TryGetValue(stop, out var list) ? list : [];
    }

    private static void AddRow(Dictionary<string, List<Departure>> stops, string[] cells)
    {
        if (!stops.TryGetValue(cells[0], out var list))
            stops[cells[0]] = list = new List<Departure>();
        list.Add(new Departure(cells[1], TimeOnly.Parse(cells[2])));
    }
}
