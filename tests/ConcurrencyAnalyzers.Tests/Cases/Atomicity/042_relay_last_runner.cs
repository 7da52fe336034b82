// The number is raised by one call and read by another: two runners can both see the end, or none.
namespace Cases.Atomicity.S042;

public sealed class Relay(int runners, Action finished)
{
    private int _arrived;

    public void Arrive()
    {
        Interlocked.Increment(ref _arrived);
        if (_arrived == runners) // expect: CHECK_THEN_ACT
        {
            finished();
        }
    }
}
