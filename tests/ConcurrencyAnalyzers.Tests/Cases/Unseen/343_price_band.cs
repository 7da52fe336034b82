// Low and High belong together; the reader can see the new low with the old high because nothing orders the two writes. difficulty: medium
namespace Cases.U343;

public sealed class PriceBand
{
    private int _low = 1;
    private int _high = 2;

    public int CountInverted(IReadOnlyList<(int Low, int High)> updates)
    {
        var feed = new Thread(() =>
        {
            foreach (var (low, high) in updates)
            {
                _low = low; // expect: RACE#1
                _high = high; // expect: RACE#2
            }
        });
        feed.Start();

        int inverted = 0;
        while (feed.IsAlive)
        {
            if (_low > _high) // expect: RACE#1, RACE#2
            {
                inverted++;
            }
        }
        feed.Join();
        return inverted;
    }
}
