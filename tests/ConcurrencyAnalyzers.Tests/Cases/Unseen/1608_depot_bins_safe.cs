// Stores boxes in striped bins and lets clerks relabel a box.
namespace Cases.U1608;

public sealed record Box(string Label, int Kilos);

public sealed class DepotBins
{
    private const int StripeCount = 16;
    private readonly object[] _locks = new object[StripeCount];
    private readonly Dictionary<string, Box>[] _bins = new Dictionary<string, Box>[StripeCount];

    public DepotBins()
    {
        for (int i = 0; i < StripeCount; i++)
        {
            _locks[i] = new object();
            _bins[i] = new Dictionary<string, Box>(StringComparer.Ordinal);
        }
    }

    public void Store(Box box)
    {
        int stripe = StripeOf(box.Label);
        lock (_locks[stripe])
        {
            _bins[stripe][box.Label] = box;
        }
    }

    public Box? Find(string label)
    {
        int stripe = StripeOf(label);
        lock (_locks[stripe])
        {
            return _bins[stripe].GetValueOrDefault(label);
        }
    }

    public bool Relabel(string oldLabel, string newLabel)
    {
        int from = StripeOf(oldLabel);
        int to = StripeOf(newLabel);
        lock (_locks[Math.Min(from, to)])
        {
            lock (_locks[Math.Max(from, to)])
            {
                if (!_bins[from].Remove(oldLabel, out var box))
                {
                    return false;
                }
                _bins[to][newLabel] = box with { Label = newLabel };
                return true;
            }
        }
    }

    private static int StripeOf(string label) => (label.GetHashCode() & int.MaxValue) % StripeCount;
}

public static class DepotServer
{
    public static async Task<int> RelabelAllAsync(DepotBins bins, IReadOnlyList<(string Old, string New)> wishes)
    {
        var changes = wishes.Select(wish => Task.Run(() => bins.Relabel(wish.Old, wish.New)));
        bool[] done = await Task.WhenAll(changes);
        return done.Count(d => d);
    }
}
