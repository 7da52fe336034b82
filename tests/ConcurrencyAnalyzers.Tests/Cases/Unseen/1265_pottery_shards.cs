using System;
using System.Collections.Generic;
using System.Linq;

namespace Archaeology.Pottery;

public sealed record Sherd(int Find, string Trench, double Thickness, double Curvature);

public sealed record Dating(string Era, double Confidence);

public sealed class SherdClassifier
{
    private readonly double[] _limits;

    public SherdClassifier(double[] limits) => _limits = limits;

    public Dating Classify(Sherd sherd)
    {
        var score = sherd.Thickness * 1.7 + Math.Abs(Math.Sin(sherd.Curvature));
        var era = 0;
        while (era < _limits.Length && score > _limits[era])
        {
            era++;
        }
        return new Dating($"stratum {era}", 1 / (1 + score));
    }
}

public sealed class ExcavationSummary
{
    private readonly SherdClassifier _classifier;

    public ExcavationSummary(SherdClassifier classifier) => _classifier = classifier;

    public IReadOnlyDictionary<string, int> CountByEra(IReadOnlyCollection<Sherd> sherds)
    {
        var counts = new Dictionary<string, int>();
        sherds
            .AsParallel()
            .Select(_classifier.Classify)
            .Where(dating => dating.Confidence > 0.2)
            .ForAll(dating => counts[dating.Era] = counts.GetValueOrDefault(dating.Era) + 1); // expect: RACE
        return counts;
    }
}
