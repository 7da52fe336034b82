// The type initialiser runs once.
namespace Cases.P031;

public sealed class TicketCounter
{
    private int _next;

    private TicketCounter()
    {
    }

    public static TicketCounter Shared { get; } = new();

    public int Next() => Interlocked.Increment(ref _next);
}

public static class Clinic
{
    public static async Task<int[]> OpenAsync(int desks) =>
        await Task.WhenAll(Enumerable.Range(0, desks).Select(_ => Task.Run(() => TicketCounter.Shared.Next())));
}
