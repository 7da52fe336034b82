// CONC1001: a side effect of a parallel query gives a number twice
namespace Stress;

public sealed class Badges
{
    private int _next;

    private int[] Print(int guests) =>
        Enumerable.Range(0, guests).AsParallel().Select(_ => _next += Window.Open(1)).ToArray();

    public static int Run() => Rounds.Play(() => new Badges().Print(200_000).Distinct().Count() == 200_000);
}
