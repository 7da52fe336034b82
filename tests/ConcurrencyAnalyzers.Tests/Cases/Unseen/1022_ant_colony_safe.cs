namespace Optimisation.Ants;

public sealed record Tour(int[] Order, double Length);

public sealed class AntColony(double[,] distance, int seed)
{
    private readonly int _n = distance.GetLength(0);

    public async Task<Tour> SolveAsync(int rounds, int ants, int workers)
    {
        var pheromone = new double[_n, _n];
        for (int i = 0; i < _n; i++)
        {
            for (int j = 0; j < _n; j++)
            {
                pheromone[i, j] = 1;
            }
        }

        Tour? best = null;
        for (int round = 0; round < rounds; round++)
        {
            var batches = new Task<List<Tour>>[workers];
            for (int w = 0; w < workers; w++)
            {
                var random = new Random(HashCode.Combine(seed, round, w));
                batches[w] = Task.Run(() => Walk(ants / workers, random, pheromone));
            }

            List<Tour>[] finished = await Task.WhenAll(batches);
            foreach (Tour tour in finished.SelectMany(b => b))
            {
                if (best is null || tour.Length < best.Length)
                {
                    best = tour;
                }
                Deposit(pheromone, tour);
            }
        }
        return best ?? throw new InvalidOperationException("no ants");
    }

    private List<Tour> Walk(int ants, Random random, double[,] pheromone)
    {
        var tours = new List<Tour>(ants);
        for (int a = 0; a < ants; a++)
        {
            int[] order = Enumerable.Range(0, _n).ToArray();
            int swap = random.Next(_n);
            (order[0], order[swap]) = (order[swap], order[0]);
            double length = 0;
            for (int step = 1; step < _n; step++)
            {
                int pick = step;
                double bestScore = -1;
                for (int k = step; k < _n; k++)
                {
                    double score = random.NextDouble() * pheromone[order[step - 1], order[k]] / distance[order[step - 1], order[k]];
                    if (score > bestScore)
                    {
                        (bestScore, pick) = (score, k);
                    }
                }
                (order[step], order[pick]) = (order[pick], order[step]);
                length += distance[order[step - 1], order[step]];
            }
            tours.Add(new Tour(order, length));
        }
        return tours;
    }

    private static void Deposit(double[,] pheromone, Tour tour)
    {
        for (int i = 1; i < tour.Order.Length; i++)
        {
            pheromone[tour.Order[i - 1], tour.Order[i]] += 1 / tour.Length;
        }
    }
}
