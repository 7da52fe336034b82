// Blind: nothing in the code says that one object stands in several of the lists that the runs are given.
// The value of a meteorite is worked out from its slices when it is first asked for; a catalogue is priced in parallel. difficulty: hard
namespace Cabinet.C1404;

public sealed class Meteorite(string name, IReadOnlyList<double> slices, Func<double, decimal> appraise)
{
    private decimal? _value;

    public string Name => name;

    public decimal Value
    {
        get
        {
            if (!_value.HasValue) // blind: LAZY_INIT#1, RACE?
            {
                _value = slices.Sum(appraise); // blind: LAZY_INIT#1, NON_ATOMIC?, RACE?
            }
            return _value.Value; // blind: LAZY_INIT#1, NON_ATOMIC?, RACE?
        }
    }
}

public static class MeteoriteCatalogue
{
    public static decimal[] PriceLots(IReadOnlyList<IReadOnlyList<Meteorite>> lots)
    {
        var prices = new decimal[lots.Count];
        // A meteorite may be offered in several lots.
        Parallel.For(0, lots.Count, i =>
        {
            decimal price = 0;
            foreach (var meteorite in lots[i])
            {
                price += meteorite.Value;
            }
            prices[i] = price;
        });
        return prices;
    }
}
