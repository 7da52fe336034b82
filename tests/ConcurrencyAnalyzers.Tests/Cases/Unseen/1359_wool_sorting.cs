// Many shearers drop fleeces on a belt; one sorter takes them off and keeps the weight by grade. difficulty: medium
using System.Collections.Generic;
using System.Linq;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Menagerie.M1359;

public sealed record Fleece(string Grade, double Kilograms);

public sealed class WoolSorter
{
    private readonly Channel<Fleece> _belt = Channel.CreateUnbounded<Fleece>();
    private readonly Dictionary<string, double> _weights = [];
    private int _rejected;

    private WoolSorter()
    {
    }

    public static Task<string> SortAsync(IReadOnlyList<IEnumerable<Fleece>> shearers) =>
        new WoolSorter().RunAsync(shearers);

    private async Task<string> RunAsync(IReadOnlyList<IEnumerable<Fleece>> shearers)
    {
        var sorter = Task.Run(SortBeltAsync);
        try
        {
            await Task.WhenAll(shearers.Select(fleeces => Task.Run(() => Shear(fleeces))));
        }
        finally
        {
            _belt.Writer.Complete();
            await sorter;
        }
        return $"{_weights.Values.Sum():F1} kg in {_weights.Count} grades, {_rejected} rejected";
    }

    private void Shear(IEnumerable<Fleece> fleeces)
    {
        foreach (var fleece in fleeces)
        {
            _belt.Writer.TryWrite(fleece);
        }
    }

    private async Task SortBeltAsync()
    {
        await foreach (var fleece in _belt.Reader.ReadAllAsync())
        {
            if (fleece.Kilograms < 1)
            {
                _rejected++;
                continue;
            }
            _weights[fleece.Grade] = _weights.GetValueOrDefault(fleece.Grade) + fleece.Kilograms;
        }
    }
}
