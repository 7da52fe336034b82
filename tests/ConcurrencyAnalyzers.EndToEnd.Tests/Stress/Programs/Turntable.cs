// CONC1002: the lock is released one line too early
namespace Stress;

public sealed class Turntable
{
    private readonly object _arm = new();
    private int _plays;
    private int _record;

    public void Play(int record)
    {
        Monitor.Enter(_arm);
        _record = record;
        Monitor.Exit(_arm);
        _plays += Window.Open(1);
    }

    public int Replay()
    {
        lock (_arm)
        {
            _plays++;
            return _record;
        }
    }

    public int Plays()
    {
        lock (_arm)
        {
            return _plays;
        }
    }

    public static int Run() => Rounds.Play(() =>
    {
        var turntable = new Turntable();
        Parallel.Invoke(
            () =>
            {
                for (var i = 0; i < 100_000; i++)
                    turntable.Play(i);
            },
            () =>
            {
                for (var i = 0; i < 100_000; i++)
                    turntable.Replay();
            });
        return turntable.Plays() == 200_000;
    });
}
