// Sells snacks from numbered trays and tells the service technician which trays have to be filled. difficulty: easy
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1361;

public sealed class SnackMachine
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, int> _trays = [];

    public void Fill(int tray, int packs)
    {
        lock (_gate)
        {
            _trays[tray] = _trays.GetValueOrDefault(tray) + packs;
        }
    }

    public bool Vend(int tray)
    {
        lock (_gate)
        {
            if (!_trays.TryGetValue(tray, out int packs) || packs == 0)
            {
                return false;
            }
            _trays[tray] = packs - 1;
            return true;
        }
    }

    public int[] EmptyTrays() =>
        _trays.Where(tray => tray.Value == 0).Select(tray => tray.Key).ToArray(); // expect: INCONSISTENT_LOCK#1
}
