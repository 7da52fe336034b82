// Both helpers lock; between them the guest can come twice.
namespace Cases.Atomicity.S027;

public sealed class GuestList
{
    private readonly object _gate = new();
    private readonly List<string> _guests = [];

    public void Invite(string guest)
    {
        if (!IsInvited(guest))
        {
            Add(guest); // expect: CHECK_THEN_ACT
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
