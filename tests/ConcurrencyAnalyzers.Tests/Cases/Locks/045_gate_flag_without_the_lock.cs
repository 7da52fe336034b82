// Whoever finds the parcel undelivered delivers it and says so. All but one do that under the lock.
namespace Cases.L045;

public sealed class Parcel(Action<string> ring)
{
    private readonly object _gate = new();
    private bool _isDelivered;
    private string _signature = "";

    public bool IsDelivered
    {
        get
        {
            lock (_gate)
            {
                return _isDelivered;
            }
        }
    }

    public void Deliver()
    {
        lock (_gate)
        {
            if (_isDelivered)
                return;
            _isDelivered = true;
            ring("parcel");
        }
    }

    public void Deliver(string signature)
    {
        if (_isDelivered)
            return;
        _isDelivered = true; // expect: INCONSISTENT_LOCK
        _signature = signature;
        ring(_signature);
    }
}
