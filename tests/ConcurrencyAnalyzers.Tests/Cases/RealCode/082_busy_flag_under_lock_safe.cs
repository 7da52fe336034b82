// Whether this call is the one that works is found out under the lock; the flag is taken back when the work is done.
namespace Cases.R082;

public sealed class Cleaner
{
    private readonly object _gate = new();
    private bool _busy;
    private int _rounds;

    public void Start()
    {
        for (var i = 0; i < 4; i++)
            new Thread(Clean).Start();
    }

    private void Clean()
    {
        var isMine = false;
        lock (_gate)
        {
            if (!_busy)
            {
                _busy = true;
                isMine = true;
            }
        }

        if (!isMine)
            return;
        _rounds++;
        lock (_gate)
            _busy = false;
    }
}
