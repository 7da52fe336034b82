// The read lock is left before the write lock is entered and nothing is checked again: Add throws when another thread was faster. difficulty: medium
namespace Cases.U409;

public sealed class RouteTable(Func<string, string> discover)
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, string> _gateways = [];

    public string GatewayFor(string network)
    {
        _rw.EnterReadLock();
        try
        {
            if (_gateways.TryGetValue(network, out var known))
            {
                return known;
            }
        }
        finally
        {
            _rw.ExitReadLock();
        }

        var gateway = discover(network);
        _rw.EnterWriteLock();
        try
        {
            _gateways.Add(network, gateway); // expect: CHECK_THEN_ACT, LAZY_INIT?
        }
        finally
        {
            _rw.ExitWriteLock();
        }
        return gateway;
    }
}
