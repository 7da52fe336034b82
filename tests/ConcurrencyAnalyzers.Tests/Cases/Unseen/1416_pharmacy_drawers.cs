// The drawers of an apothecary: every access goes through one helper that keeps the order at the counter. difficulty: medium
namespace Cabinet.C1416;

public sealed class ApothecaryDrawers
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _grams = [];
    private int _withdrawals;

    public void Refill(string drug, int grams) =>
        AtCounter(() => _grams[drug] = _grams.GetValueOrDefault(drug) + grams);

    public int Take(string drug, int grams) => AtCounter(() =>
    {
        int taken = Math.Min(grams, _grams.GetValueOrDefault(drug));
        if (taken > 0)
        {
            _grams[drug] -= taken;
            _withdrawals++;
        }
        return taken;
    });

    public string Describe() => AtCounter(() => $"{_grams.Count} drugs, {_withdrawals} withdrawals");

    public static string Serve(IEnumerable<(string Drug, int Grams)> prescriptions)
    {
        var drawers = new ApothecaryDrawers();
        drawers.Refill("chamomile", 500);
        Parallel.ForEach(prescriptions, prescription => drawers.Take(prescription.Drug, prescription.Grams));
        return drawers.Describe();
    }

    private T AtCounter<T>(Func<T> work)
    {
        lock (_gate)
        {
            return work();
        }
    }
}
