// CONC1001: the compiler may read a plain flag once for the whole loop
namespace Stress;

public sealed class StopSign
{
    private bool _stop;

    private bool Drive()
    {
        var car = new Thread(() =>
        {
            while (!_stop)
            {
            }
        });
        car.IsBackground = true;
        car.Start();
        Thread.Sleep(300);
        _stop = true;
        return car.Join(TimeSpan.FromSeconds(5));
    }

    public static int Run() => Rounds.Play(() => new StopSign().Drive());
}
