// Branches of a music shop rent out violins at once; the head office prints the fleet in between. difficulty: easy
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1444;

public sealed record ViolinRental(string Size, decimal Deposit);

public sealed class RentalBook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _rentedBySize = new();
    private decimal _deposits;

    public decimal Deposits
    {
        get
        {
            lock (_gate)
            {
                return _deposits;
            }
        }
    }

    public void Rent(ViolinRental rental)
    {
        lock (_gate)
        {
            _rentedBySize.TryGetValue(rental.Size, out int rented);
            _rentedBySize[rental.Size] = rented + 1;
            _deposits += rental.Deposit;
        }
    }

    public string Overview()
    {
        lock (_gate)
        {
            var parts = _rentedBySize.Select(entry => $"{entry.Value} x {entry.Key}");
            return $"{_deposits:c}: {string.Join(", ", parts)}";
        }
    }
}

public static class MusicShop
{
    public static decimal RunSaturday(params IEnumerable<ViolinRental>[] branches)
    {
        var book = new RentalBook();
        var threads = new List<Thread>();
        foreach (var rentals in branches)
        {
            var thread = new Thread(() =>
            {
                foreach (var rental in rentals)
                {
                    book.Rent(rental);
                }
            });
            thread.Start();
            threads.Add(thread);
        }

        foreach (var thread in threads)
        {
            while (!thread.Join(TimeSpan.FromSeconds(1)))
            {
                Console.WriteLine(book.Overview());
            }
        }
        return book.Deposits;
    }
}
