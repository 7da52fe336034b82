// Weighs parcels with any kind of scale; the packers work side by side. difficulty: hard
namespace Cabinet.C1431;

public interface IParcelScale
{
    void Weigh(double grams);

    double Total { get; }
}

public sealed class SpringScale : IParcelScale
{
    private readonly Lock _gate = new();
    private double _total;

    public double Total
    {
        get
        {
            lock (_gate)
            {
                return _total;
            }
        }
    }

    public void Weigh(double grams)
    {
        lock (_gate)
        {
            _total += grams;
        }
    }
}

public sealed class LetterScale(double limit) : IParcelScale
{
    public double Total { get; private set; }

    public void Weigh(double grams)
    {
        if (grams <= limit)
        {
            Total += grams; // expect: RACE
        }
    }
}

public static class ParcelHall
{
    public static double WeighAll(IReadOnlyList<double> parcels)
    {
        IParcelScale scale = parcels.Max() > 500 ? new SpringScale() : new LetterScale(500);
        Parallel.ForEach(parcels, scale.Weigh);
        return scale.Total;
    }
}
