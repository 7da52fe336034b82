// Two that come at once both find the state at rest, and both begin: volatile makes neither look and store one step.
namespace TwoFindItAtRest;

public sealed class DrawBridge(Action lift)
{
    private volatile int _phase;

    public static void OpenFor(string[] ships, DrawBridge bridge) => Parallel.ForEach(ships, _ => bridge.Open());

    public bool Open()
    {
        if (_phase != 0) // expect: NON_ATOMIC#1, RACE?
        {
            return false;
        }

        _phase = 1; // expect: NON_ATOMIC#1, RACE?
        lift();
        _phase = 0; // expect: NON_ATOMIC?
        return true;
    }
}
