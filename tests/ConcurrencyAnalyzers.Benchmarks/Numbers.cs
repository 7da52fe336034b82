namespace ConcurrencyAnalyzers.Benchmarks;

internal static class Numbers
{
    public static double Median(IEnumerable<double> values) => Percentile(values, 0.5);

    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        var (index, rest) = ((int)(share * (sorted.Length - 1)), share * (sorted.Length - 1) % 1);
        return sorted.Length == 0 ? double.NaN : index + 1 < sorted.Length ? sorted[index] * (1 - rest) + sorted[index + 1] * rest : sorted[index];
    }
}
