namespace Blind.C1222;

public sealed class CodonUsage
{
    private readonly Dictionary<string, int> _usage = new();
    private readonly int[] _stops = new int[3];
    private readonly Lock _merge = new();

    public IReadOnlyDictionary<string, int> Build(IReadOnlyList<string> genes)
    {
        var lengths = new int[genes.Count];
        var longest = 0;

        Parallel.For(
            0,
            genes.Count,
            static () => new Dictionary<string, int>(),
            (index, _, local) =>
            {
                var gene = genes[index];
                lengths[index] = gene.Length;
                for (var i = 0; i + 3 <= gene.Length; i += 3)
                {
                    var codon = gene.Substring(i, 3);
                    local[codon] = local.GetValueOrDefault(codon) + 1;
                }

                return local;
            },
            local =>
            {
                lock (_merge)
                {
                    foreach (var (codon, count) in local)
                    {
                        _usage[codon] = _usage.GetValueOrDefault(codon) + count;
                        longest = Math.Max(longest, count);
                    }
                }
            });

        Parallel.Invoke(
            () => _stops[0] = _usage.GetValueOrDefault("TAA"),
            () => _stops[1] = _usage.GetValueOrDefault("TAG"),
            () => _stops[2] = _usage.GetValueOrDefault("TGA"));

        Console.WriteLine($"{lengths.Sum()} {longest} {_stops.Sum()}");
        return _usage;
    }
}

public static class Program
{
    public static void Main()
    {
        var usage = new CodonUsage().Build(["ATGTAA", "ATGGGATAG", "ATGCCCTGA"]);
        Console.WriteLine(usage.Count);
    }
}
