// volatile makes each read and write visible, but ++ is still a read and a write: views get lost. difficulty: easy
namespace Cases.U367;

public sealed class PageViews
{
    private volatile int _views;

    public int Views => _views;

    public static int Simulate(int visitors)
    {
        var page = new PageViews();
        Parallel.For(0, visitors, _ => page._views++); // expect: NON_ATOMIC, RACE?
        return page.Views;
    }
}
