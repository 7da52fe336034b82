// What leaves the lock is an immutable list; a later Subscribe replaces the field and leaves the old list as it was. difficulty: medium
using System.Collections.Immutable;

namespace Cases.U434;

public sealed class SubscriberList
{
    private readonly object _gate = new();
    private ImmutableList<string> _addresses = [];
    private int _changes;

    public ImmutableList<string> Addresses
    {
        get
        {
            lock (_gate)
            {
                return _addresses;
            }
        }
    }

    public void Subscribe(string address)
    {
        lock (_gate)
        {
            _addresses = _addresses.Add(address);
            _changes++;
        }
    }

    public (ImmutableList<string> Addresses, int Version) Capture()
    {
        lock (_gate)
        {
            return (_addresses, _changes);
        }
    }
}
