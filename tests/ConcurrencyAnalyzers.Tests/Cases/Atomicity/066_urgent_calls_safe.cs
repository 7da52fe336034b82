// What is taken is what is used; and under one lock the first one stays the first one.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S066;

public sealed record Call(string From, int Rank);

public sealed class HotLine(Action<Call> answer)
{
    private readonly object _gate = new();
    private readonly ConcurrentStack<Call> _calls = new();

    public void Ring(Call call)
    {
        lock (_gate)
        {
            _calls.Push(call);
        }
    }

    public void Work()
    {
        while (_calls.TryPeek(out var first))
        {
            if (_calls.TryPop(out var call))
            {
                answer(call.Rank > first.Rank ? call : call with { Rank = first.Rank });
            }
        }
    }

    public bool Skip(int rank)
    {
        lock (_gate)
        {
            return _calls.TryPeek(out var call) && call.Rank < rank && _calls.TryPop(out _);
        }
    }
}
