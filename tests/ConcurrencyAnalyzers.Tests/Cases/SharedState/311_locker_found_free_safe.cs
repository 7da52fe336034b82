// The nearest safe twins: found and taken under one lock, looked at again, or the number is used for something else.
namespace Cases.S311;

public sealed class Lockers(int count)
{
    private readonly object _gate = new();
    private readonly Dictionary<int, string> _guests = [];
    private readonly Dictionary<string, int> _last = [];

    public string? Rent(string guest)
    {
        lock (_gate)
        {
            var number = FirstFree();
            if (number < 0)
            {
                return null;
            }
            _guests[number] = guest;
            return $"{number}";
        }
    }

    public bool RentIfStillFree(string guest)
    {
        var number = FirstFree();
        lock (_gate)
        {
            if (_guests.ContainsKey(number))
            {
                return false;
            }
            _guests[number] = guest;
            return true;
        }
    }

    public bool RentOrFail(string guest)
    {
        var number = FirstFree();
        lock (_gate)
        {
            return _guests.TryAdd(number, guest);
        }
    }

    public string Advertise(string guest)
    {
        var number = FirstFree();
        lock (_gate)
        {
            _last[guest] = number;
        }
        return $"{number} is free";
    }

    public void Return(int number)
    {
        lock (_gate)
        {
            _guests.Remove(number);
        }
    }

    private int FirstFree()
    {
        lock (_gate)
        {
            for (var number = 0; number < count; number++)
            {
                if (!_guests.ContainsKey(number))
                {
                    return number;
                }
            }
        }
        return -1;
    }
}
