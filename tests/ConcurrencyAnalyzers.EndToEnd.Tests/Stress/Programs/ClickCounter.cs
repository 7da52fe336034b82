// CONC1001: a static counter in parallel iterations
namespace Stress;

public static class ClickCounter
{
    private static int s_clicks;

    public static int Run() => Rounds.Play(() =>
    {
        s_clicks = 0;
        Parallel.For(0, 4_000_000, _ => { s_clicks++; });
        return s_clicks == 4_000_000;
    });
}
