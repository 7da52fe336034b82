// Start and join are in helper methods; the read comes after the join.
namespace Cases.S038;

public class Forecast
{
    private double _sum;
    private int _samples;

    public double Mean(double[] values)
    {
        var worker = Launch(() =>
        {
            foreach (double v in values)
            {
                _sum += v;
                _samples++;
            }
        });
        Finish(worker);
        return _sum / Math.Max(1, _samples);
    }

    private static Thread Launch(ThreadStart body)
    {
        var thread = new Thread(body);
        thread.Start();
        return thread;
    }

    private static void Finish(Thread thread) => thread.Join();
}
