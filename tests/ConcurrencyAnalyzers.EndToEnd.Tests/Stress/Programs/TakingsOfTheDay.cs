// CONC1001: a sum of decimals, lost and torn
namespace Stress;

public sealed class TakingsOfTheDay
{
    public decimal Sum { get; private set; }

    public void Sell(int times)
    {
        for (var i = 0; i < times; i++)
            Sum += Window.Open(0.25m);
    }

    public static int Run() => Rounds.Play(() =>
    {
        var day = new TakingsOfTheDay();
        Parallel.Invoke(() => day.Sell(50_000), () => day.Sell(50_000));
        return day.Sum == 25_000m;
    });
}
