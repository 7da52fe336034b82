// Converts between old units of measure; the factors of an enum of units are read from its names once per type. difficulty: medium
namespace Cabinet.C1418;

public enum OldLength
{
    Inch_12,
    Foot_144,
    Ell_324,
}

public enum OldWeight
{
    Dram_1,
    Ounce_16,
    Pound_256,
}

public static class UnitFactors<TUnit>
    where TUnit : struct, Enum
{
    private static readonly Dictionary<TUnit, int> s_factors = Load();

    public static double Convert(double amount, TUnit from, TUnit to) => amount * s_factors[from] / s_factors[to];

    private static Dictionary<TUnit, int> Load()
    {
        var factors = new Dictionary<TUnit, int>();
        foreach (var unit in Enum.GetValues<TUnit>())
        {
            string name = unit.ToString();
            factors[unit] = int.Parse(name[(name.IndexOf('_') + 1)..]);
        }
        return factors;
    }
}

public static class ArchiveConverter
{
    public static double[] ToPounds(double[] ounces)
    {
        var pounds = new double[ounces.Length];
        Parallel.For(
            0,
            ounces.Length,
            i => pounds[i] = UnitFactors<OldWeight>.Convert(ounces[i], OldWeight.Ounce_16, OldWeight.Pound_256));
        return pounds;
    }

    public static double[] ToElls(double[] feet) => feet
        .AsParallel()
        .AsOrdered()
        .Select(length => UnitFactors<OldLength>.Convert(length, OldLength.Foot_144, OldLength.Ell_324))
        .ToArray();
}
