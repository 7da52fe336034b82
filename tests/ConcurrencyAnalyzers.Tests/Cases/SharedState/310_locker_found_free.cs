// The number was free when it was looked for; by the time it is taken, it may be another guest's.
namespace Cases.S310;

public sealed class Lockers(int count)
{
    private readonly object _gate = new();
    private readonly Dictionary<int, string> _guests = [];
    private readonly HashSet<string> _codes = [];

    public string? Rent(string guest)
    {
        var number = FirstFree();
        if (number < 0)
        {
            return null;
        }
        lock (_gate)
        {
            _guests[number] = guest; // expect: CHECK_THEN_ACT
        }
        return $"{number}";
    }

    public int? RentByCall(string guest)
    {
        var number = FirstFree();
        Take(number, guest); // expect: CHECK_THEN_ACT
        return number;
    }

    public void Return(int number)
    {
        lock (_gate)
        {
            _guests.Remove(number);
        }
    }

    private void Take(int number, string guest)
    {
        lock (_gate)
        {
            _guests.Add(number, guest);
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
