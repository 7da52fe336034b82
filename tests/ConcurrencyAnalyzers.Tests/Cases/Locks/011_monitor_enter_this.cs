// The same mistake, written with Monitor.
namespace Cases.L011;

public class Jukebox
{
    private int _plays;

    public void Play()
    {
        Monitor.Enter(this); // expect: LOCK_MISUSE
        try
        {
            _plays++;
        }
        finally
        {
            Monitor.Exit(this); // expect: LOCK_MISUSE?
        }
    }

    public void Party(int songs) => Parallel.For(0, songs, _ => Play());
}
