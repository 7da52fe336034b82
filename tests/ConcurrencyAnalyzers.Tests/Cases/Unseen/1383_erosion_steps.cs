// Blind: phases of a barrier are ordered whatever part of a turn they stand in.
// Erodes a ridge line in steps: each worker owns a stretch and looks at the heights beside it; all step together. difficulty: hard
namespace Cabinet.C1383;

public static class RidgeErosion
{
    public static double[] Erode(double[] ridge, int workers, int steps)
    {
        var heights = (double[])ridge.Clone();
        var next = new double[heights.Length];
        int stretch = heights.Length / workers;
        using var step = new Barrier(workers);
        var threads = new Thread[workers];
        for (int w = 0; w < workers; w++)
        {
            int from = w * stretch;
            int to = w == workers - 1 ? heights.Length : from + stretch;
            threads[w] = new Thread(() =>
            {
                for (int s = 0; s < steps; s++)
                {
                    for (int i = from; i < to; i++)
                    {
                        double left = heights[Math.Max(i - 1, 0)]; // blind: RACE#1
                        double right = heights[Math.Min(i + 1, heights.Length - 1)]; // blind: RACE#1
                        next[i] = (left + 2 * heights[i] + right) / 4; // expect: RACE?
                    }
                    step.SignalAndWait();
                    for (int i = from; i < to; i++)
                    {
                        heights[i] = next[i]; // blind: RACE#1
                    }
                }
            });
            threads[w].Start();
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
        return heights;
    }
}
