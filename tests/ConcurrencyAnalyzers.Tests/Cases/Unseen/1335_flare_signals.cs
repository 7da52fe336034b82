// Fires one flare per boat, all at the same time, and gathers the colours that were seen. difficulty: easy
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Menagerie.M1335;

public sealed class FlareSignals(Func<string, int, string> fire)
{
    public async Task<string> FireAllAsync(IEnumerable<string> boats)
    {
        int number = 0;
        var flares = new List<Task<string>>();
        foreach (var boat in boats)
        {
            int order = ++number;
            flares.Add(Task.Run(() => fire(boat, order)));
        }
        var colours = await Task.WhenAll(flares);
        return string.Join(", ", colours);
    }
}
