// The sum is read before the thread that makes it has ended.
namespace Cases.S037;

public class Forecast
{
    private double _sum;
    private int _samples;

    public double Mean(double[] values)
    {
        var worker = new Thread(() =>
        {
            foreach (double v in values)
            {
                _sum += v; // expect: RACE#1
                _samples++; // expect: RACE#2
            }
        });
        worker.Start(); // expect: MISSING_JOIN?
        double mean = _sum / Math.Max(1, _samples); // expect: RACE#1, RACE#2
        worker.Join();
        return mean;
    }
}
