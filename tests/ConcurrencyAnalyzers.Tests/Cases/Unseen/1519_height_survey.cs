// Measures the heights of a grid of points in the thread pool and sums them up when all points have been counted down. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1519;

public sealed class HeightSurvey(Func<int, double> level)
{
    public double SumHeights(int points)
    {
        var heights = new double[points];
        var open = new CountdownEvent(points);
        for (int i = 0; i < points; i++)
        {
            int point = i;
            ThreadPool.QueueUserWorkItem(_ => heights[point] = Measure(point, open)); // expect: RACE#1
        }
        open.Wait();
        return heights.Sum(); // expect: RACE#1
    }

    private double Measure(int point, CountdownEvent open)
    {
        try
        {
            return level(point) - level(0);
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
        finally
        {
            open.Signal(); // expect: RACE?
        }
    }
}
