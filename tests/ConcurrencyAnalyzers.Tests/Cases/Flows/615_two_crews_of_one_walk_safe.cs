// Two sequences in one, walked one item after the other; and two crews with a list each.
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace TwoCrewsSafe;

public sealed class VineyardDay
{
    private readonly List<int> _picked = new();
    private readonly List<int> _pruned = new();

    public async Task<int> RunAsync(int[] pick, int[] prune)
    {
        var work = new[] { Task.Run(() => _picked.AddRange(pick)) }.Concat([Task.Run(() => _pruned.AddRange(prune))]);
        await Task.WhenAll(work);
        return _picked.Concat(_pruned).Append(0).Count(row => row > 0);
    }

    public int Walk(IEnumerable<int> first, IEnumerable<int> second)
    {
        foreach (var row in first.Concat(second).Prepend(1))
            _picked.Add(row);
        return _picked.Count;
    }
}
