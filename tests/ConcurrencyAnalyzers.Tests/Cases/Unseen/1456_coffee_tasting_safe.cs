// A roaster asks the laboratory for the scores of all samples at once and lists the ones above the mark. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1456;

public sealed record CoffeeSample(string Lot, int Mark);

public sealed record CuppingScore(string Lot, int Points);

public interface ICuppingLaboratory
{
    Task<CuppingScore?> ScoreAsync(string lot);
}

public sealed class CoffeeTasting
{
    private readonly ICuppingLaboratory _laboratory;
    private readonly List<string> _accepted = new();
    private int _surplus;

    public CoffeeTasting(ICuppingLaboratory laboratory) => _laboratory = laboratory;

    public static async Task<string> RunAsync(ICuppingLaboratory laboratory, IEnumerable<CoffeeSample> samples)
    {
        var tasting = new CoffeeTasting(laboratory);
        var results = await Task.WhenAll(samples.Select(tasting.TasteAsync));
        foreach (var (sample, points) in results)
        {
            tasting.Note(sample, points);
        }
        return $"{tasting._surplus} points above: {string.Join(", ", tasting._accepted.Order())}";
    }

    private async Task<(CoffeeSample Sample, int Points)> TasteAsync(CoffeeSample sample)
    {
        var score = await _laboratory.ScoreAsync(sample.Lot).ConfigureAwait(false);
        if (score is null)
        {
            Console.WriteLine($"no score for {sample.Lot}");
            return (sample, 0);
        }
        return (sample, score.Points);
    }

    private void Note(CoffeeSample sample, int points)
    {
        if (points > sample.Mark)
        {
            _accepted.Add(sample.Lot);
            _surplus += points - sample.Mark;
        }
    }
}
