// The once-flag is a plain bool: two threads can both find it false.
namespace Cases.S122;

public sealed class Migration
{
    private bool _started;
    private int _runs;

    public void Ensure(Action migrate)
    {
        if (!_started) // expect: RACE#1
        {
            _started = true; // expect: RACE#1
            migrate();
            Interlocked.Increment(ref _runs);
        }
    }

    public int Load(Action migrate)
    {
        Parallel.For(0, 8, _ => Ensure(migrate));
        return _runs;
    }
}
