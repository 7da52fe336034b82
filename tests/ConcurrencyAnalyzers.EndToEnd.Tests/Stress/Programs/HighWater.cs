// CONC1001: the greatest value so far, tested and set in two steps
namespace Stress;

public sealed class HighWater
{
    private int _highest;

    private void Measure(int[] levels)
    {
        foreach (var level in levels)
        {
            if (level > _highest)
            {
                _highest = Window.OpenWide(level);
            }
        }
    }

    public static int Run()
    {
        var random = new Random(1);
        return Rounds.Play(() =>
        {
            var one = Levels();
            var two = Levels();
            var gauge = new HighWater();
            Parallel.Invoke(() => gauge.Measure(one), () => gauge.Measure(two));
            return gauge._highest == Math.Max(one.Max(), two.Max());
        });

        int[] Levels() => [.. Enumerable.Range(0, 1_000).Select(_ => random.Next())];
    }
}
