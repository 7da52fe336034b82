using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Speech.Accents;

public sealed class StressSet
{
    private readonly Dictionary<string, int[]> _stresses;

    public StressSet(Dictionary<string, int[]> stresses) => _stresses = stresses;

    public int PeaksOf(string word) => _stresses.TryGetValue(word, out var stresses) ? stresses.Count(s => s > 0) : 1;
}

public sealed class AccentPack
{
    private readonly List<string> _warnings = new();
    private readonly Func<IEnumerable<(string Word, string Pattern)>> _read;
    private readonly Lazy<StressSet> _stresses;

    public AccentPack(Func<IEnumerable<(string Word, string Pattern)>> read)
    {
        _read = read;
        _stresses = new Lazy<StressSet>(Load);
    }

    public StressSet Stresses => _stresses.Value;

    public IReadOnlyList<string> Warnings
    {
        get
        {
            _ = _stresses.Value;
            return _warnings;
        }
    }

    private StressSet Load()
    {
        var table = new Dictionary<string, int[]>();
        foreach (var (word, pattern) in _read())
        {
            if (!table.TryAdd(word, pattern.Select(c => c - '0').ToArray()))
            {
                _warnings.Add($"{word} listed twice");
            }
        }
        return new StressSet(table);
    }
}

public static class ProsodyModel
{
    public static int[] Estimate(string[] sentences, AccentPack pack)
    {
        var peaks = new int[sentences.Length];
        Parallel.For(0, sentences.Length, i =>
        {
            var sum = 0;
            foreach (var word in sentences[i].Split(' '))
            {
                sum += pack.Stresses.PeaksOf(word);
            }
            peaks[i] = pack.Warnings.Count > 0 ? -sum : sum;
        });
        return peaks;
    }
}
