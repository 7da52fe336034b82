using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;

namespace Ecology.Frogs;

public readonly record struct FrogCall(DateTime At, double PeakHz, double DurationMs);

public interface ICroakDetector
{
    IEnumerable<(string Species, FrogCall Call)> Detect(string recording);
}

public static class CroakTableExtensions
{
    public static void Record(this ConcurrentDictionary<string, ImmutableList<FrogCall>> table, string species, FrogCall call) =>
        table.AddOrUpdate(
            species,
            _ => ImmutableList.Create(call),
            (_, calls) => calls.Add(call));
}

public sealed class PondSurvey
{
    private readonly ICroakDetector _detector;
    private readonly ConcurrentDictionary<string, ImmutableList<FrogCall>> _calls = new();

    public PondSurvey(ICroakDetector detector) => _detector = detector;

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
        _calls.TryGetValue(species, out var calls) ? calls.Average(c => c.PeakHz) : 0;
}

public static class FrogReport
{
    public static double Common(ICroakDetector detector, IEnumerable<string> recordings)
    {
        var survey = new PondSurvey(detector);
        survey.Evaluate(recordings);
        return survey.MeanPeak("Rana temporaria");
    }
}
