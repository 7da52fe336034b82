// CONC1003: bits of a volatile field are flipped by two threads
namespace Stress;

public sealed class AlarmLines
{
    private volatile int _lines;

    private void Flip(int line)
    {
        for (var i = 0; i < 100_000; i++)
            _lines ^= Window.Open(line);
    }

    public static int Run() => Rounds.Play(() =>
    {
        var alarm = new AlarmLines();
        Parallel.Invoke(() => alarm.Flip(1), () => alarm.Flip(6));
        return alarm._lines == 0;
    });
}
