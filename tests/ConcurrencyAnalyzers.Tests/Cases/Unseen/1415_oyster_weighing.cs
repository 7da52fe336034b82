// Oysters are opened at several tables; the inspector waits until all tables are done and adds up the pearls. difficulty: medium
namespace Cabinet.C1415;

public sealed class OysterInspection(Func<int, IReadOnlyList<double>> openOysters, int tables)
{
    private readonly double[] _pearls = new double[tables];

    public double Inspect()
    {
        using var open = new CountdownEvent(_pearls.Length);
        for (int t = 0; t < _pearls.Length; t++)
        {
            int table = t;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                var weights = openOysters(table);
                open.Signal();
                _pearls[table] = weights.Sum(); // expect: RACE#1
            });
        }
        open.Wait();
        double total = 0;
        foreach (double weight in _pearls) // expect: RACE#1
        {
            total += weight;
        }
        return total;
    }
}
