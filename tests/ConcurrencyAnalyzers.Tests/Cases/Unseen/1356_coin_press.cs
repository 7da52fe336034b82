// Blanks go through a channel to the presses of a mint, which count the coins they strike by face value. difficulty: medium
using System.Collections.Generic;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Menagerie.M1356;

public sealed record Blank(int FaceValue, double Grams);

public sealed class MintHall(int presses)
{
    private readonly Channel<Blank> _blanks = Channel.CreateBounded<Blank>(16);
    private readonly SortedDictionary<int, int> _struck = [];

    public async Task<IReadOnlyDictionary<int, int>> StrikeAsync(IEnumerable<Blank> blanks)
    {
        var running = new List<Task>();
        for (int i = 0; i < presses; i++)
        {
            running.Add(PressAsync());
        }
        foreach (var blank in blanks)
        {
            await _blanks.Writer.WriteAsync(blank);
        }
        _blanks.Writer.Complete();
        await Task.WhenAll(running);
        return _struck;
    }

    private async Task PressAsync()
    {
        await foreach (var blank in _blanks.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (blank.Grams > 0.5)
            {
                _struck.TryGetValue(blank.FaceValue, out int count); // expect: RACE#1
                _struck[blank.FaceValue] = count + 1; // expect: RACE#1
            }
        }
    }
}
