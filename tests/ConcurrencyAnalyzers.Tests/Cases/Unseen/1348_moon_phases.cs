// Reads the almanac when the first tide table is asked for and answers from it afterwards. difficulty: medium
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace Menagerie.M1348;

public sealed class MoonPhases(string almanac)
{
    private readonly object _gate = new();
    private volatile Dictionary<DateOnly, string>? _phases;

    public string[] Of(DateOnly[] days)
    {
        var phases = new string[days.Length];
        Parallel.For(0, days.Length, i => phases[i] = Phases().GetValueOrDefault(days[i], "waning"));
        return phases;
    }

    private Dictionary<DateOnly, string> Phases()
    {
        var phases = _phases;
        if (phases == null)
        {
            lock (_gate)
            {
                phases = _phases;
                if (phases == null)
                {
                    phases = [];
                    foreach (var line in File.ReadLines(almanac))
                    {
                        phases[DateOnly.Parse(line[..10])] = line[11..];
                    }
                    _phases = phases;
                }
            }
        }
        return phases;
    }
}
