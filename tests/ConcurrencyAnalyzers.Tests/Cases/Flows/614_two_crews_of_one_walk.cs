// Two kinds of tasks are put one behind the other into one sequence; walking it starts all of them.
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace TwoCrews;

public sealed class OrchardDay
{
    private readonly HashSet<int> _picked = new();
    private readonly object _gate = new();

    public async Task<int> RunAsync(IReadOnlyList<int> pick, IReadOnlyList<int> giveBack, int last)
    {
        var work = pick.Select(tree => Task.Run(() => Pick(tree))).Concat(giveBack.Select(tree => Task.Run(() => GiveBack(tree))));
        await Task.WhenAll(work.Append(Task.Run(() => Pick(last))));
        return _picked.Count;
    }

    private void Pick(int tree)
    {
        lock (_gate)
        {
            _picked.Add(tree);
        }
    }

    private void GiveBack(int tree) => _picked.Remove(tree); // expect: INCONSISTENT_LOCK
}
