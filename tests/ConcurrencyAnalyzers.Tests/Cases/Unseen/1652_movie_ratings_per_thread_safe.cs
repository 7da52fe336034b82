// Ratings are tallied by the workers of a parallel loop and merged when the loop has ended. difficulty: medium
namespace Cases.U1652;

public readonly record struct Rating(int Movie, int Stars);

public sealed class RatingTally
{
    private readonly Dictionary<int, (int Count, int Stars)> _movies = [];
    private int _rejected;

    public int Rejected => _rejected;

    public void Add(Rating rating)
    {
        if (rating.Stars is < 1 or > 5)
        {
            _rejected++;
            return;
        }
        var (count, stars) = _movies.GetValueOrDefault(rating.Movie);
        _movies[rating.Movie] = (count + 1, stars + rating.Stars);
    }

    public void MergeInto(RatingTally other)
    {
        other._rejected += _rejected;
        foreach (var (movie, (count, stars)) in _movies)
        {
            var known = other._movies.GetValueOrDefault(movie);
            other._movies[movie] = (known.Count + count, known.Stars + stars);
        }
    }

    public IEnumerable<(int Movie, double Average)> Averages() =>
        _movies.Select(m => (m.Key, m.Value.Stars / (double)m.Value.Count));
}

public static class RatingJob
{
    public static RatingTally Run(IEnumerable<Rating> ratings)
    {
        using var tallies = new ThreadLocal<RatingTally>(() => new RatingTally(), trackAllValues: true);
        Parallel.ForEach(ratings, rating => tallies.Value!.Add(rating));

        var total = new RatingTally();
        foreach (var tally in tallies.Values)
        {
            tally.MergeInto(total);
        }
        return total;
    }
}

static class Program
{
    static void Main()
    {
        var tally = RatingJob.Run(Enumerable.Range(0, 10_000).Select(i => new Rating(i % 12, i % 7)));
        foreach (var (movie, average) in tally.Averages().OrderBy(m => m.Movie))
        {
            Console.WriteLine($"{movie}: {average:F2}");
        }
        Console.WriteLine(tally.Rejected);
    }
}
