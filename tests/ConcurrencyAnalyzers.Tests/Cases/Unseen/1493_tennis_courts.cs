// Members book tennis courts from parallel requests; when it begins to rain, the outdoor bookings are dropped. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1493;

public sealed record CourtBooking(int Court, int Hour, string Member);

public sealed class RainGaugeFeed
{
    public event Action<DateTime>? RainBegins;

    public async Task ListenAsync(IAsyncEnumerable<double> millimetres)
    {
        double before = 0;
        await foreach (double now in millimetres.ConfigureAwait(false))
        {
            if (before == 0 && now > 0)
            {
                RainBegins?.Invoke(DateTime.Now);
            }
            before = now;
        }
    }
}

public sealed class CourtPlan
{
    private const int FirstIndoorCourt = 5;
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly List<CourtBooking> _bookings = new();

    public CourtPlan(RainGaugeFeed feed) => feed.RainBegins += OnRainBegins;

    public bool TryBook(CourtBooking wish) => Locked(() =>
    {
        if (_bookings.Any(booking => booking.Court == wish.Court && booking.Hour == wish.Hour))
        {
            return false;
        }
        _bookings.Add(wish);
        return true;
    });

    public int Count => Locked(() => _bookings.Count);

    private void OnRainBegins(DateTime at)
    {
        int dropped = _bookings.RemoveAll(booking => IsOutdoor(booking) && booking.Hour >= at.Hour); // expect: INCONSISTENT_LOCK, RACE?
        Console.WriteLine($"{dropped} bookings dropped");
    }

    private static bool IsOutdoor(CourtBooking booking) => booking.Court < FirstIndoorCourt;

    private TResult Locked<TResult>(Func<TResult> action)
    {
        _rw.EnterWriteLock();
        try
        {
            return action();
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }
}

public static class TennisClub
{
    public static async Task<int> RunAsync(IAsyncEnumerable<double> rain, IEnumerable<CourtBooking> wishes)
    {
        var feed = new RainGaugeFeed();
        var plan = new CourtPlan(feed);
        var listening = Task.Run(() => feed.ListenAsync(rain));
        var booking = Task.WhenAll(wishes.Select(wish => Task.Run(() => plan.TryBook(wish))));
        await Task.WhenAll(listening, booking);
        return plan.Count;
    }
}
