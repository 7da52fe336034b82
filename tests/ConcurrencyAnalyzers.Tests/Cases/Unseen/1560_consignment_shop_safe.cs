// A consignment shop sells what others bring; public methods take the lock, the private ones they share check that it is held. difficulty: medium
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace Menagerie.M1560;

public sealed record ConsignedItem(string Tag, string Owner, decimal Price);

public sealed class ConsignmentShop(decimal share)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ConsignedItem> _items = [];
    private readonly Dictionary<string, decimal> _owed = [];
    private decimal _earned;

    public void Bring(ConsignedItem item)
    {
        lock (_gate)
        {
            Put(item);
        }
    }

    public bool Sell(string tag)
    {
        lock (_gate)
        {
            if (Take(tag) is not { } item)
            {
                return false;
            }
            Book(item);
            return true;
        }
    }

    public void Reduce(string tag, decimal price)
    {
        lock (_gate)
        {
            if (Take(tag) is { } item)
            {
                Put(item with { Price = price });
            }
        }
    }

    public (decimal Payout, decimal Earned) PayOut(string owner)
    {
        lock (_gate)
        {
            _owed.Remove(owner, out decimal payout);
            return (payout, _earned);
        }
    }

    private void Put(ConsignedItem item)
    {
        Debug.Assert(_gate.IsHeldByCurrentThread);
        _items[item.Tag] = item;
    }

    private ConsignedItem? Take(string tag)
    {
        Debug.Assert(_gate.IsHeldByCurrentThread);
        return _items.Remove(tag, out var item) ? item : null;
    }

    private void Book(ConsignedItem item)
    {
        Debug.Assert(_gate.IsHeldByCurrentThread);
        decimal cut = item.Price * share;
        _earned += cut;
        _owed[item.Owner] = _owed.GetValueOrDefault(item.Owner) + item.Price - cut;
    }
}
