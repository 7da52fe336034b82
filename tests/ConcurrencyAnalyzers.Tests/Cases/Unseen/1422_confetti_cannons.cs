// Confetti cannons take their charges from a channel and scatter the paper with a reproducible pattern. difficulty: hard
using System.Threading.Channels;

namespace Cabinet.C1422;

public sealed class ConfettiShow(int seed, Action<double, double> drop)
{
    private readonly Channel<int> _charges = Channel.CreateUnbounded<int>();
    private readonly Random _pattern = new(seed);

    public async Task RunAsync(IEnumerable<int> charges, int cannons)
    {
        var firing = Enumerable.Range(0, cannons).Select(_ => Task.Run(FireAsync)).ToList();
        foreach (int pieces in charges)
        {
            await _charges.Writer.WriteAsync(pieces);
        }
        _charges.Writer.Complete();
        await Task.WhenAll(firing);
    }

    private async Task FireAsync()
    {
        await foreach (int pieces in _charges.Reader.ReadAllAsync())
        {
            for (int i = 0; i < pieces; i++)
            {
                double angle = _pattern.NextDouble() * Math.PI; // expect: RACE#1
                double range = _pattern.NextDouble() * 40; // expect: RACE#1
                drop(angle, range);
            }
        }
    }
}
