// Keeps the load of a rack aisle while pallets are put in, taken out and weighed again where they stand. difficulty: hard
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1530;

public sealed class RackPallet(string code, double kilograms)
{
    public readonly Lock Gate = new();

    public string Code { get; } = code;

    public double Kilograms = kilograms;
}

public sealed class RackAisle(double limit)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, RackPallet> _pallets = [];
    private double _load;

    public bool Put(RackPallet pallet)
    {
        lock (_gate)
        {
            lock (pallet.Gate)
            {
                if (_load + pallet.Kilograms > limit || !_pallets.TryAdd(pallet.Code, pallet))
                {
                    return false;
                }
                _load += pallet.Kilograms;
                return true;
            }
        }
    }

    public bool Weigh(string code, double kilograms)
    {
        RackPallet? pallet;
        lock (_gate)
        {
            if (!_pallets.TryGetValue(code, out pallet))
            {
                return false;
            }
        }
        lock (pallet.Gate)
        {
            _load += kilograms - pallet.Kilograms; // expect: INCONSISTENT_LOCK, RACE?, CHECK_THEN_ACT?
            pallet.Kilograms = kilograms; // expect: CHECK_THEN_ACT?
            return true;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _pallets.Clear();
            _load = 0;
        }
    }

    public double Load
    {
        get
        {
            lock (_gate)
            {
                return _load;
            }
        }
    }
}
