using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PStarPlates;

public sealed class SkyPlate
{
    private readonly object _gate = new();
    private ushort[]? _grains;
    private int _holders = 1;

    public SkyPlate(ushort[] grains) => _grains = grains;

    public bool InUse
    {
        get
        {
            lock (_gate)
            {
                return _holders > 0;
            }
        }
    }

    public void Retain()
    {
        lock (_gate)
        {
            _holders++;
        }
    }

    public void Release()
    {
        lock (_gate)
        {
            if (--_holders == 0)
            {
                _grains = null;
            }
        }
    }

    public ushort Grain(int index)
    {
        lock (_gate)
        {
            return _grains is null ? throw new ObjectDisposedException(nameof(SkyPlate)) : _grains[index];
        }
    }
}

public sealed class PlateDrawer
{
    private readonly SkyPlate _plate;

    public PlateDrawer(SkyPlate plate) => _plate = plate;

    public SkyPlate? Borrow()
    {
        if (!_plate.InUse)
        {
            return null;
        }
        _plate.Retain(); // expect: CHECK_THEN_ACT
        return _plate;
    }
}

public static class PlateRoom
{
    public static async Task<int> MeasureAsync(ushort[] grains, int astronomers)
    {
        var plate = new SkyPlate(grains);
        var drawer = new PlateDrawer(plate);
        var measuring = new List<Task<int>>();
        for (int a = 0; a < astronomers; a++)
        {
            int index = a % grains.Length;
            measuring.Add(Task.Run(() =>
            {
                var borrowed = drawer.Borrow();
                if (borrowed is null)
                {
                    return 0;
                }
                int value = borrowed.Grain(index);
                borrowed.Release();
                return value;
            }));
        }
        plate.Release();
        var values = await Task.WhenAll(measuring);
        return values.Length;
    }
}
