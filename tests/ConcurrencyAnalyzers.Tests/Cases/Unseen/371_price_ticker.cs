// A decimal has 16 bytes and is not written in one piece: the display can read half of the old and half of the new price. difficulty: medium
namespace Cases.U371;

public sealed class PriceTicker
{
    public decimal Last { get; private set; } // expect: NON_ATOMIC?, RACE?

    public bool Watch(IReadOnlyCollection<decimal> ticks, Action<decimal> display)
    {
        var known = ticks.ToHashSet();
        known.Add(Last);
        var feed = new Thread(() =>
        {
            foreach (var tick in ticks)
            {
                Last = tick; // expect: NON_ATOMIC#1, RACE?
            }
        });
        feed.Start();

        bool consistent = true;
        while (feed.IsAlive)
        {
            decimal shown = Last; // expect: NON_ATOMIC#1, RACE?
            consistent &= known.Contains(shown);
            display(shown);
        }
        feed.Join();
        return consistent;
    }
}
