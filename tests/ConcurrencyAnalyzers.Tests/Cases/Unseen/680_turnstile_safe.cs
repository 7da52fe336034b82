// Two locks for two disjoint groups of fields; the methods that need both take them in one order. difficulty: medium
namespace Cases.U680;

public sealed record GateSnapshot(int Entered, int Left, string? LastIn, string? LastOut)
{
    public int Inside => Entered - Left;
}

public sealed class Turnstile
{
    private readonly object _inGate = new();
    private readonly object _outGate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _entered;
    private string? _lastIn;
    private int _left;
    private string? _lastOut;

    public bool Enter(string badge)
    {
        lock (_inGate)
        {
            _entered++;
            _lastIn = badge;
            return _seen.Add(badge);
        }
    }

    public void Leave(string badge)
    {
        lock (_outGate)
        {
            _left++;
            _lastOut = badge;
        }
    }

    public GateSnapshot Snapshot()
    {
        lock (_inGate)
        {
            lock (_outGate)
            {
                return new GateSnapshot(_entered, _left, _lastIn, _lastOut);
            }
        }
    }

    public void Reset()
    {
        lock (_inGate)
        {
            _seen.Clear();
            lock (_outGate)
            {
                _entered = 0;
                _left = 0;
                _lastIn = null;
                _lastOut = null;
            }
        }
    }
}

public static class ShiftSimulation
{
    public static int Run(IReadOnlyList<string> badges)
    {
        var turnstile = new Turnstile();
        Parallel.Invoke(
            () =>
            {
                foreach (var badge in badges)
                {
                    turnstile.Enter(badge);
                }
            },
            () =>
            {
                foreach (var badge in badges)
                {
                    turnstile.Leave(badge);
                }
            });
        return turnstile.Snapshot().Inside;
    }
}
