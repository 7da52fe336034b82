// What was handed over took its parts along: its sender goes on changing a list that the taker has now.
using System.Collections.Generic;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace PartsThatWentAlong;

public sealed class Crate
{
    public int Number { get; init; }

    public required List<string> Labels { get; init; }
}

public sealed class Packing
{
    private readonly Channel<Crate> _crates = Channel.CreateBounded<Crate>(8);

    private async Task PackAsync(IReadOnlyList<string> goods)
    {
        var labels = new List<string>();
        foreach (var good in goods)
        {
            labels.Add(good); // expect: RACE#1
            if (labels.Count < 5)
                continue;
            var crate = new Crate { Number = labels.Count, Labels = labels };
            await _crates.Writer.WriteAsync(crate);
            labels.Clear(); // expect: RACE#1
        }
        _crates.Writer.Complete();
    }

    private async Task<int> LoadAsync()
    {
        var letters = 0;
        await foreach (var crate in _crates.Reader.ReadAllAsync())
        {
            foreach (var label in crate.Labels) // expect: RACE#1
                letters += label.Length;
        }
        return letters;
    }

    public static async Task<int> RunAsync(IReadOnlyList<string> goods)
    {
        var packing = new Packing();
        var loading = Task.Run(packing.LoadAsync);
        await Task.Run(() => packing.PackAsync(goods));
        return await loading;
    }
}
