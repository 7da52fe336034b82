// The lock itself is made on demand: two threads may hold one each, and both are inside.
namespace Cases.P003;

public sealed class Turnstile
{
    private object? _gate;
    private int _passed;

    public int Passed => _passed;

    public void Open(int visitors)
    {
        Parallel.For(0, visitors, _ =>
        {
            if (_gate == null) // expect: LAZY_INIT#1
            {
                _gate = new object(); // expect: LAZY_INIT#1
            }

            lock (_gate) // expect: LOCK_MISUSE?
            {
                _passed++; // expect: RACE?
            }
        });
    }
}
