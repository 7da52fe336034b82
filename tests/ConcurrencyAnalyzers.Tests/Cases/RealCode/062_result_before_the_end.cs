// The nearest wrong one: the sum is taken for the result before the work has ended.
namespace Cases.R062;

public sealed class Summer(int[] items)
{
    private long _sum;

    public long Sum()
    {
        var adding = new Thread(() =>
        {
            foreach (var item in items)
                _sum += item; // expect: RACE
        });
        adding.Start();
        return _sum; // expect: RACE#1
    }
}
