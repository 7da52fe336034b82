// The lock is given up between looking whether the seat is free and taking it, so two customers can book the same seat. difficulty: medium
namespace Cases.U847;

public sealed class SeatMap
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _taken = [];
    private readonly Func<string, decimal> _priceOf;

    public SeatMap(Func<string, decimal> priceOf)
    {
        _priceOf = priceOf;
    }

    public bool IsFree(string seat)
    {
        lock (_gate)
        {
            return !_taken.ContainsKey(seat);
        }
    }

    public decimal? Book(string seat, string customer)
    {
        if (!IsFree(seat)) // expect: CHECK_THEN_ACT?
        {
            return null;
        }
        var price = _priceOf(seat);
        lock (_gate) // expect: CHECK_THEN_ACT?
        {
            _taken[seat] = customer; // expect: CHECK_THEN_ACT
        }
        return price;
    }

    public bool Release(string seat, string customer)
    {
        lock (_gate)
        {
            return _taken.TryGetValue(seat, out var holder) && holder == customer && _taken.Remove(seat);
        }
    }
}
