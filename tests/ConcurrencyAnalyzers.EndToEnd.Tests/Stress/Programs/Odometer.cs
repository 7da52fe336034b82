// CONC1001: two threads add to one long
namespace Stress;

public sealed class Odometer
{
    private long _metres;

    private void Drive()
    {
        for (var i = 0; i < 200_000; i++)
            _metres += Window.Open(3);
    }

    private bool Trip()
    {
        var front = new Thread(Drive);
        var rear = new Thread(Drive);
        front.Start();
        rear.Start();
        front.Join();
        rear.Join();
        return _metres == 1_200_000;
    }

    public static int Run() => Rounds.Play(() => new Odometer().Trip());
}
