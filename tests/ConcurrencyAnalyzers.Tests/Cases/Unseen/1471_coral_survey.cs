// Divers of a reef survey report bleached corals; the list of findings is made when the first one comes in. difficulty: medium
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1471;

public sealed record CoralFinding(string Transect, double Metres, string Species);

public interface IDiver
{
    Task<IReadOnlyList<CoralFinding>> DiveAsync(string transect);
}

public sealed class CoralSurvey
{
    private readonly IDiver _diver;
    private ConcurrentQueue<CoralFinding>? _bleached;

    public CoralSurvey(IDiver diver) => _diver = diver;

    private ConcurrentQueue<CoralFinding> Bleached => _bleached ??= new ConcurrentQueue<CoralFinding>(); // expect: LAZY_INIT, RACE?

    public async Task<IReadOnlyList<CoralFinding>> RunAsync(params string[] transects)
    {
        await Task.WhenAll(transects.Select(transect => Task.Run(() => ExamineAsync(transect))));
        return Bleached.OrderBy(finding => finding.Transect).ToList();
    }

    private async Task ExamineAsync(string transect)
    {
        foreach (var finding in await _diver.DiveAsync(transect))
        {
            if (finding.Species.EndsWith(" (bleached)", StringComparison.Ordinal))
            {
                Bleached.Enqueue(finding);
            }
        }
    }
}
