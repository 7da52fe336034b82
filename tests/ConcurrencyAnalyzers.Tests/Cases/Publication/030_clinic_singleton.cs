// Patients of all desks should get their numbers from one counter.
namespace Cases.P030;

public sealed class TicketCounter
{
    private static TicketCounter? s_shared;
    private int _next;

    public static TicketCounter Shared
    {
        get
        {
            if (s_shared == null) // expect: LAZY_INIT#1
            {
                s_shared = new TicketCounter(); // expect: LAZY_INIT#1
            }

            return s_shared;
        }
    }

    public int Next() => Interlocked.Increment(ref _next);
}

public static class Clinic
{
    public static async Task<int[]> OpenAsync(int desks) =>
        await Task.WhenAll(Enumerable.Range(0, desks).Select(_ => Task.Run(() => TicketCounter.Shared.Next())));
}
