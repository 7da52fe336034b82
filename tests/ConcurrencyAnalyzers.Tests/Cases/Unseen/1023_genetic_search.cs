namespace Optimisation.Genetic;

public sealed class Genome(double[] genes)
{
    public double[] Genes => genes;

    public Genome Mutate(Random random, double rate)
    {
        var copy = (double[])genes.Clone();
        for (int i = 0; i < copy.Length; i++)
        {
            if (random.NextDouble() < rate)
            {
                copy[i] += random.NextDouble() - 0.5;
            }
        }
        return new Genome(copy);
    }
}

public interface IObjective
{
    double Score(Genome genome);
}

public sealed class Evolution(IObjective objective, int populationSize)
{
    private double _bestScore = double.MinValue;
    private Genome? _champion;

    public Genome Run(Genome seed, int generations)
    {
        Genome[] population = Enumerable.Repeat(seed, populationSize).ToArray();
        for (int g = 0; g < generations; g++)
        {
            var scores = new double[population.Length];
            Parallel.For(0, population.Length, i =>
            {
                scores[i] = objective.Score(population[i]);
                Consider(population[i], scores[i]);
            });

            Array.Sort(scores, population);
            Array.Reverse(population);
            Genome[] parents = population[..(population.Length / 2)];
            population = parents
                .Concat(parents.Select(p => p.Mutate(Random.Shared, 0.1)))
                .ToArray();
        }
        return _champion!;
    }

    private void Consider(Genome genome, double score)
    {
        if (score > _bestScore) // expect: RACE#1, CHECK_THEN_ACT?, NON_ATOMIC?
        {
            _bestScore = score; // expect: RACE#1, CHECK_THEN_ACT?, NON_ATOMIC?
            _champion = genome; // expect: RACE
        }
    }
}
