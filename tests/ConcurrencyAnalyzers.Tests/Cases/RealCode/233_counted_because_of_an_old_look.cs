// The nearest wrong one: the step is taken because of what the first look said.
namespace Cases.R233;

public sealed class Routes
{
    private readonly object _gate = new();
    private long _generation;

    public void Renew(long wanted)
    {
        long before;
        lock (_gate)
            before = _generation;
        Thread.Sleep(1);
        if (before < wanted)
        {
            lock (_gate)
                ++_generation; // expect: CHECK_THEN_ACT
        }
    }

    public void Forget()
    {
        lock (_gate)
            _generation++;
    }
}
