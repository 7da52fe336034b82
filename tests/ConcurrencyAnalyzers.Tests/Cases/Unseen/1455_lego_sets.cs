// A shop for used toy bricks asks the catalogue for every set on a shelf and lists what is missing. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1455;

public sealed record BrickSet(string Number, int Counted);

public sealed record BrickInventory(string Number, int Bricks);

public interface IBrickCatalogue
{
    Task<BrickInventory?> FindAsync(string number);
}

public sealed class BrickAudit
{
    private readonly IBrickCatalogue _catalogue;
    private readonly List<string> _incomplete = new();
    private int _missingBricks;

    public BrickAudit(IBrickCatalogue catalogue) => _catalogue = catalogue;

    public async Task<string> CheckShelfAsync(IEnumerable<BrickSet> shelf)
    {
        await Task.WhenAll(shelf.Select(CheckAsync));
        var lines = _incomplete.Order();
        return $"{_missingBricks} missing: {string.Join(", ", lines)}";
    }

    private async Task CheckAsync(BrickSet set)
    {
        var inventory = await _catalogue.FindAsync(set.Number).ConfigureAwait(false);
        if (inventory is null)
        {
            Console.WriteLine($"unknown set {set.Number}");
            return;
        }
        int missing = inventory.Bricks - set.Counted;
        if (missing > 0)
        {
            Note(set, missing);
        }
    }

    private void Note(BrickSet set, int missing)
    {
        _incomplete.Add(set.Number); // expect: RACE
        _missingBricks += missing; // expect: RACE
    }
}
