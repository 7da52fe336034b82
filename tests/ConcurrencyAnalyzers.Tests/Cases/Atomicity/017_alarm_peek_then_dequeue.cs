// Two callers peek at the same alarm; the second takes out one that nobody has looked at.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S017;

public sealed class Alarms
{
    private readonly ConcurrentQueue<DateTime> _raised = new();

    public void Raise() => _raised.Enqueue(DateTime.UtcNow);

    public int Expire(DateTime before)
    {
        int expired = 0;
        while (_raised.TryPeek(out var oldest) && oldest < before)
        {
            _raised.TryDequeue(out _); // expect: CHECK_THEN_ACT
            expired++;
        }

        return expired;
    }
}
