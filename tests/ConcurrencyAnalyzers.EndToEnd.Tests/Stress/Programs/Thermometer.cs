// CONC1001: a sum of doubles from pool work
namespace Stress;

public static class Thermometer
{
    private static double s_sum;

    public static int Run() => Rounds.Play(() =>
    {
        s_sum = 0;
        using var done = new CountdownEvent(3);
        for (var sensor = 0; sensor < 3; sensor++)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                for (var i = 0; i < 100_000; i++)
                    s_sum += Window.Open(0.5);
                done.Signal();
            });
        }

        done.Wait();
        return s_sum == 150_000;
    });
}
