using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Ecology.Bats;

public readonly record struct BatCall(DateTime At, double PeakKhz, double DurationMs);

public interface ICallDetector
{
    IEnumerable<(string Species, BatCall Call)> Detect(string recording);
}

public static class CallTableExtensions
{
    public static void Record(this ConcurrentDictionary<string, List<BatCall>> table, string species, BatCall call) =>
        table.AddOrUpdate(
            species,
            _ => new List<BatCall> { call },
            (_, calls) =>
            {
                calls.Add(call); // expect: RACE
                return calls;
            });
}

public sealed class NightSurvey
{
    private readonly ICallDetector _detector;
    private readonly ConcurrentDictionary<string, List<BatCall>> _calls = new();

    public NightSurvey(ICallDetector detector) => _detector = detector;

    public void Evaluate(IEnumerable<string> recordings)
    {
        Parallel.ForEach(recordings, recording =>
        {
            foreach (var (species, call) in _detector.Detect(recording))
            {
                _calls.Record(species, call);
            }
        });
    }

    public double MeanPeak(string species) =>
        _calls.TryGetValue(species, out var calls) ? calls.Average(c => c.PeakKhz) : 0;
}

public static class BatReport
{
    public static double Pipistrelle(ICallDetector detector, IEnumerable<string> recordings)
    {
        var survey = new NightSurvey(detector);
        survey.Evaluate(recordings);
        return survey.MeanPeak("Pipistrellus pipistrellus");
    }
}
