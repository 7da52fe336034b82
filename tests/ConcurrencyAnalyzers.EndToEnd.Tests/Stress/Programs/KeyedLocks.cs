// CONC1004: two callers that find no entry make one each
using System.Collections.Concurrent;

namespace Stress;

public sealed class KeyedLocks
{
    private readonly ConcurrentDictionary<int, object> _locks = new();

    public object For(int key)
    {
        if (!_locks.TryGetValue(key, out var gate))
        {
            gate = Window.Open(new object());
            _locks[key] = gate;
        }

        return gate;
    }

    private object[] All() => [.. Enumerable.Range(0, 20_000).Select(For)];

    public static int Run() => Rounds.Play(() =>
    {
        var locks = new KeyedLocks();
        var one = Task.Run(locks.All);
        var two = Task.Run(locks.All);
        return one.Result.Zip(two.Result).All(pair => ReferenceEquals(pair.First, pair.Second));
    });
}
