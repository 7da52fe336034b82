// The call that is taken off the stack need not be the one that was looked at.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S065;

public sealed record Call(string From, int Rank);

public sealed class HotLine(Action<Call> answer)
{
    private readonly ConcurrentStack<Call> _calls = new();

    public void Ring(Call call) => _calls.Push(call);

    public void Work(int rank)
    {
        if (_calls.TryPeek(out var call) && call.Rank >= rank)
        {
            answer(call);
            _calls.TryPop(out _); // expect: CHECK_THEN_ACT
        }
    }

    public bool Skip(int rank)
    {
        if (_calls.TryPeek(out var call) && call.Rank < rank)
        {
            return _calls.TryPop(out _); // expect: CHECK_THEN_ACT
        }
        return false;
    }
}
