// Random.Shared is thread-safe, the thread-local one belongs to its thread, and each seeded one stays within its iteration. difficulty: easy
namespace Cases.U668;

public sealed record Assignment(int Visitor, string Variant);

public sealed class ExperimentRouter(IReadOnlyList<string> variants) : IDisposable
{
    private readonly ThreadLocal<Random> _perThread = new(() => new Random());

    public Assignment[] AssignAll(int visitors)
    {
        var assignments = new Assignment[visitors];
        Parallel.For(0, visitors, visitor =>
        {
            int choice = Random.Shared.Next(variants.Count);
            assignments[visitor] = new Assignment(visitor, variants[choice]);
        });
        return assignments;
    }

    public Assignment[] AssignReproducibly(int visitors, int seed)
    {
        var assignments = new Assignment[visitors];
        Parallel.For(0, visitors, visitor =>
        {
            var random = new Random(seed + visitor);
            assignments[visitor] = new Assignment(visitor, variants[random.Next(variants.Count)]);
        });
        return assignments;
    }

    public int CountSampled(int visitors, double rate)
    {
        int sampled = 0;
        Parallel.For(0, visitors, _ =>
        {
            if (_perThread.Value!.NextDouble() < rate)
            {
                Interlocked.Increment(ref sampled);
            }
        });
        return sampled;
    }

    public void Dispose() => _perThread.Dispose();
}
