// The buffer is static but every instance locks its own gate: two clients each create a buffer and one loses its events. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U421;

public sealed class TelemetryClient(string source)
{
    private static volatile ConcurrentQueue<string>? s_buffer;
    private readonly object _gate = new();

    public void Track(string name) => Buffer().Enqueue($"{source}/{name}");

    public static int Buffered => s_buffer?.Count ?? 0; // expect: RACE?

    private ConcurrentQueue<string> Buffer()
    {
        if (s_buffer == null) // expect: LAZY_INIT#1, RACE?
        {
            lock (_gate) // expect: LAZY_INIT?, LOCK_MISUSE?
            {
                if (s_buffer == null) // expect: LAZY_INIT#1, RACE?
                {
                    s_buffer = new ConcurrentQueue<string>(); // expect: LAZY_INIT#1, INCONSISTENT_LOCK?, RACE?
                }
            }
        }
        return s_buffer; // expect: LAZY_INIT?, RACE?
    }
}
