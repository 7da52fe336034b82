// Each branch of Parallel.Invoke fills a list that only it knows; they are joined to one after all branches have ended. difficulty: easy
namespace Cases.U328;

public sealed record Booking(string Guest, DateOnly Arrival);

public sealed class BookingOverview(Func<string, IEnumerable<Booking>> query)
{
    public IReadOnlyList<Booking> Upcoming(DateOnly today)
    {
        var north = new List<Booking>();
        var south = new List<Booking>();
        Booking? last = null;
        Parallel.Invoke(
            () => Fill(north, "north", today),
            () => Fill(south, "south", today),
            () => last = query("archive").LastOrDefault());

        var all = new List<Booking>(north);
        all.AddRange(south);
        if (last != null)
        {
            all.Add(last);
        }
        return all;
    }

    private void Fill(List<Booking> target, string region, DateOnly today)
    {
        foreach (var booking in query(region))
        {
            if (booking.Arrival >= today)
            {
                target.Add(booking);
            }
        }
    }
}
