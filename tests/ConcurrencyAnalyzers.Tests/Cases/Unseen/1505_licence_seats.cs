// Hands out the floating licences of a CAD program to the people who start it and takes them back when they close it. difficulty: medium
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1505;

public sealed record LicenceSeat(int Number, string User);

public sealed class FloatingLicences(int seats)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LicenceSeat> _inUse = [];
    private int _lastNumber;

    public LicenceSeat? CheckOut(string user)
    {
        if (FreeSeats() == 0)
        {
            return null;
        }
        return Occupy(user); // expect: CHECK_THEN_ACT#1
    }

    public bool CheckIn(string user)
    {
        lock (_gate)
        {
            return _inUse.Remove(user);
        }
    }

    public int FreeSeats()
    {
        lock (_gate)
        {
            return seats - _inUse.Count;
        }
    }

    private LicenceSeat Occupy(string user)
    {
        lock (_gate)
        {
            var seat = new LicenceSeat(++_lastNumber, user);
            _inUse[user] = seat; // expect: CHECK_THEN_ACT#1
            return seat;
        }
    }
}
