// The decimal travels in an immutable object whose reference is volatile, the long time stamp through Interlocked: neither can tear. difficulty: medium
namespace Cases.U372;

public sealed record Trade(decimal Price, int Volume, string Venue);

public sealed class LastTrade
{
    private volatile Trade _trade = new(0m, 0, "none");
    private long _seenTicks;

    public DateTime LastSeen => new(Interlocked.Read(ref _seenTicks), DateTimeKind.Utc);

    public string Show()
    {
        var trade = _trade;
        return $"{trade.Volume} at {trade.Price} ({trade.Venue})";
    }

    public void Publish(Trade trade)
    {
        _trade = trade;
        Interlocked.Exchange(ref _seenTicks, DateTime.UtcNow.Ticks);
    }

    public static List<string> Follow(LastTrade board, IEnumerable<Trade> trades)
    {
        var shown = new List<string>();
        var feed = new Thread(() =>
        {
            foreach (var trade in trades)
            {
                board.Publish(trade);
                board.Publish(trade with { Venue = "echo" });
            }
        });
        feed.Start();
        while (feed.IsAlive)
        {
            shown.Add($"{board.LastSeen:T} {board.Show()}");
        }
        feed.Join();
        return shown;
    }
}
