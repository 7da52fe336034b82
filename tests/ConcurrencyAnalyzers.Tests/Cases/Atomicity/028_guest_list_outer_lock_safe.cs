// The same helpers inside the lock, which the thread may take again.
namespace Cases.Atomicity.S028;

public sealed class GuestList
{
    private readonly object _gate = new();
    private readonly List<string> _guests = [];

    public void Invite(string guest)
    {
        lock (_gate)
        {
            if (!IsInvited(guest))
                Add(guest);
        }
    }

    public bool IsInvited(string guest)
    {
        lock (_gate)
            return _guests.Contains(guest);
    }

    private void Add(string guest)
    {
        lock (_gate)
            _guests.Add(guest);
    }
}
