// The property gives away a copy made under the lock; the list itself never leaves it. difficulty: easy
namespace Cases.U432;

public sealed class GuestList
{
    private readonly Lock _gate = new();
    private readonly List<string> _guests = [];

    public IReadOnlyList<string> Guests
    {
        get
        {
            lock (_gate)
            {
                return [.. _guests];
            }
        }
    }

    public bool HasGuest(string name)
    {
        lock (_gate)
        {
            return _guests.Contains(name);
        }
    }

    public void Invite(string name)
    {
        lock (_gate)
        {
            if (!_guests.Contains(name))
            {
                _guests.Add(name);
            }
        }
    }
}
