// Chambermaids scan minibar bottles in parallel; every bottle must be charged to a room only once. difficulty: easy
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1446;

public sealed record MinibarScan(string Room, string BottleTag);

public sealed class MinibarTabs
{
    private readonly ConcurrentDictionary<string, string> _roomOfBottle = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, int> _bottlesOfRoom = new();

    public async Task<IReadOnlyList<string>> ChargeAsync(IEnumerable<IReadOnlyList<MinibarScan>> carts)
    {
        await Task.WhenAll(carts.Select(cart => Task.Run(() => ChargeCart(cart))));
        return _bottlesOfRoom
            .OrderBy(entry => entry.Key)
            .Select(entry => $"{entry.Key}: {entry.Value}")
            .ToList();
    }

    private void ChargeCart(IReadOnlyList<MinibarScan> cart)
    {
        foreach (var scan in cart)
        {
            if (Claim(scan))
            {
                _bottlesOfRoom.AddOrUpdate(scan.Room, 1, (_, bottles) => bottles + 1);
            }
        }
    }

    private bool Claim(MinibarScan scan) =>
        scan.BottleTag.Length > 3 && _roomOfBottle.TryAdd(scan.BottleTag, scan.Room);
}
