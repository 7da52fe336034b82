// Who changes the state from rest has got in alone. Where one loop alone asks and stores, volatile is enough.
namespace OneGetsInSafe;

public sealed class DrawBridge(Action lift)
{
    private int _phase;
    private volatile int _mode;

    public int Mode => _mode;

    public static void OpenFor(string[] ships, DrawBridge bridge) => Parallel.ForEach(ships, _ => bridge.Open());

    public bool Open()
    {
        if (Interlocked.CompareExchange(ref _phase, 1, 0) != 0)
        {
            return false;
        }

        lift();
        Volatile.Write(ref _phase, 0);
        return true;
    }

    public void Watch()
    {
        new Thread(() =>
        {
            while (true)
            {
                if (_mode != 0)
                {
                    continue;
                }

                _mode = 1;
                lift();
                _mode = 0;
            }
        }).Start();
    }
}
