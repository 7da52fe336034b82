// The flag is neither volatile nor guarded: the loop may read it once and keep it in a register, then Stop waits forever. difficulty: medium
namespace Cases.U965;

public sealed class WatchdogBeat
{
    private readonly Thread _thread;
    private bool _stopping; // expect: RACE?, SYNC_PRIMITIVE?
    private long _beats;

    public WatchdogBeat()
    {
        _thread = new Thread(Beat); // expect: CPU_BOUND?
        _thread.Start(); // expect: CPU_BOUND?
    }

    public long Stop()
    {
        _stopping = true; // expect: RACE#1, SYNC_PRIMITIVE?
        _thread.Join();
        return _beats;
    }

    private void Beat()
    {
        while (!_stopping) // expect: RACE#1, SYNC_PRIMITIVE?
        {
            _beats++;
        }
    }
}
