using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PStarPlatesSafe;

public sealed class SkyPlate
{
    private readonly object _gate = new();
    private ushort[]? _grains;
    private int _holders = 1;

    public SkyPlate(ushort[] grains) => _grains = grains;

    public bool TryRetain()
    {
        lock (_gate)
        {
            if (_holders == 0)
            {
                return false;
            }
            _holders++;
            return true;
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
        return _plate.TryRetain() ? _plate : null;
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
