namespace Blind.C1221;

public sealed class KmerProfile
{
    private readonly Dictionary<string, int> _profile = new();
    private readonly int _length;
    private long _skipped;

    public KmerProfile(int length)
    {
        _length = length;
    }

    public IReadOnlyDictionary<string, int> Build(IReadOnlyList<string> reads)
    {
        Parallel.ForEach(
            reads,
            static () => new Dictionary<string, int>(),
            (read, _, local) =>
            {
                for (var i = 0; i + _length <= read.Length; i++)
                {
                    var kmer = read.Substring(i, _length);
                    if (kmer.Contains('N'))
                    {
                        Interlocked.Increment(ref _skipped);
                        continue;
                    }

                    local[kmer] = local.GetValueOrDefault(kmer) + 1;
                }

                return local;
            },
            local =>
            {
                foreach (var (kmer, count) in local)
                {
                    _profile[kmer] = _profile.GetValueOrDefault(kmer) + count; // expect: RACE
                }
            });

        return _profile;
    }

    public long Skipped => Interlocked.Read(ref _skipped);
}

public static class Program
{
    public static void Main()
    {
        var profile = new KmerProfile(3);
        var result = profile.Build(["ACGTNACGT", "GGGACGT", "TTACG", "NNNACG"]);
        Console.WriteLine($"{result.Count} {profile.Skipped}");
    }
}
