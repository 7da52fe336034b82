// Glass blowers anneal their pieces on the thread pool; a display shows how many are finished. difficulty: easy
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1451;

public sealed record GlassPiece(string Shape, int Degrees);

public interface IAnnealingOven
{
    bool Anneal(GlassPiece piece);
}

public sealed class GlassWorkshop
{
    private readonly IAnnealingOven _oven;
    private volatile int _finished;
    private volatile int _cracked;

    public GlassWorkshop(IAnnealingOven oven) => _oven = oven;

    public async Task<string> AnnealAllAsync(IReadOnlyCollection<GlassPiece> pieces, IProgress<int> display)
    {
        Task all = Task.WhenAll(pieces.Select(piece => Task.Run(() => Anneal(piece))));
        while (!all.IsCompleted)
        {
            display.Report(_finished * 100 / Math.Max(1, pieces.Count));
            await Task.WhenAny(all, Task.Delay(500));
        }
        await all;
        return $"{_finished} finished, {_cracked} cracked";
    }

    private void Anneal(GlassPiece piece)
    {
        if (_oven.Anneal(piece))
        {
            _finished++; // expect: NON_ATOMIC, RACE?
        }
        else
        {
            _cracked += 1; // expect: NON_ATOMIC, RACE?
        }
    }
}
