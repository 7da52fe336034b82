// Two callers find it stopped and start two threads.
namespace Cases.Atomicity.S039;

public sealed class Beacon
{
    private readonly object _gate = new();
    private bool _started;
    private Thread? _thread;

    public void Start()
    {
        lock (_gate)
        {
            if (_started)
                return;
        }

        var thread = new Thread(Blink);
        thread.Start();
        lock (_gate)
        {
            _thread = thread;
            _started = true; // expect: CHECK_THEN_ACT
        }
    }

    public void Join()
    {
        Thread? thread;
        lock (_gate)
            thread = _thread;
        thread?.Join();
    }

    private static void Blink() => Thread.Sleep(10);
}
