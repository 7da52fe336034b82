using System;
using System.Collections.Generic;
using System.Linq;

namespace Archaeology.Bones;

public sealed record BoneFind(int Find, string Trench, double Length, double Density);

public sealed record SpeciesGuess(string Species, double Confidence);

public sealed class BoneClassifier
{
    private readonly double[] _limits;

    public BoneClassifier(double[] limits) => _limits = limits;

    public SpeciesGuess Classify(BoneFind bone)
    {
        var score = bone.Length * 0.3 + Math.Abs(Math.Cos(bone.Density));
        var species = 0;
        while (species < _limits.Length && score > _limits[species])
        {
            species++;
        }
        return new SpeciesGuess($"group {species}", 1 / (1 + score));
    }
}

public sealed class FaunaSummary
{
    private readonly BoneClassifier _classifier;

    public FaunaSummary(BoneClassifier classifier) => _classifier = classifier;

    public IReadOnlyDictionary<string, int> CountBySpecies(IReadOnlyCollection<BoneFind> bones)
    {
        var counts = new Dictionary<string, int>();
        var guesses = bones
            .AsParallel()
            .Select(_classifier.Classify)
            .Where(guess => guess.Confidence > 0.2);
        foreach (var guess in guesses)
        {
            counts[guess.Species] = counts.GetValueOrDefault(guess.Species) + 1;
        }
        return counts;
    }
}
