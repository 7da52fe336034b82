// Bookings and cancellations of an ice hotel arrive at the same time; each room is confirmed by a remote system. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1477;

public sealed record IglooBooking(string Guest, int Igloo);

public interface IIglooSystem
{
    Task<bool> ConfirmAsync(IglooBooking booking);
}

public sealed class IglooHotel
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly IIglooSystem _system;
    private readonly Dictionary<int, string> _guestOfIgloo = new();

    public IglooHotel(IIglooSystem system) => _system = system;

    public async Task<int> RunDayAsync(IglooBooking[] bookings, IglooBooking[] cancellations)
    {
        var work = bookings.Select(booking => Task.Run(() => BookAsync(booking))).Cast<Task>();
        work = work.Concat(cancellations.Select(booking => Task.Run(() => Cancel(booking))));
        await Task.WhenAll(work);
        return _guestOfIgloo.Count;
    }

    private async Task<bool> BookAsync(IglooBooking booking)
    {
        await _gate.WaitAsync();
        try
        {
            if (_guestOfIgloo.ContainsKey(booking.Igloo) || !await _system.ConfirmAsync(booking))
            {
                return false;
            }
            _guestOfIgloo.Add(booking.Igloo, booking.Guest);
            return true;
        }
        finally
        {
            _gate.Release();
        }
    }

    private void Cancel(IglooBooking booking)
    {
        if (_guestOfIgloo.GetValueOrDefault(booking.Igloo) == booking.Guest) // expect: INCONSISTENT_LOCK#1, RACE?
        {
            _guestOfIgloo.Remove(booking.Igloo); // expect: INCONSISTENT_LOCK#1, RACE?
        }
    }
}
