// A SemaphoreSlim with one place is held over the await, so that reading, paying and writing are one step. difficulty: easy
namespace Cases.U444;

public sealed class TheatreBooking(Func<string, Task<bool>> pay, int seats)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<string> _sold = [];
    private int _free = seats;

    public static async Task<string[]> SellAsync(Func<string, Task<bool>> pay, int seats, IEnumerable<string> customers)
    {
        var booking = new TheatreBooking(pay, seats);
        await Task.WhenAll(customers.Select(booking.SellOneAsync));
        return [.. booking._sold];
    }

    private async Task<bool> SellOneAsync(string customer)
    {
        await _turn.WaitAsync();
        try
        {
            if (_free == 0 || !await pay(customer))
            {
                return false;
            }
            _free--;
            _sold.Add(customer);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }
}
