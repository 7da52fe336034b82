// Artists of a tattoo studio ask for stencils at the same time; each motif is drawn only once and shared afterwards. difficulty: medium
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1448;

public sealed record Stencil(string Motif, string Outline);

public sealed class StencilLibrary
{
    private readonly ConcurrentDictionary<string, Lazy<Stencil>> _stencils = new();
    private readonly Func<string, string> _draw;
    private int _drawn;

    public StencilLibrary(Func<string, string> draw) => _draw = draw;

    public int Drawn => Volatile.Read(ref _drawn);

    public Stencil For(string motif)
    {
        var entry = _stencils.GetOrAdd(
            motif,
            static (key, library) => new Lazy<Stencil>(() => library.Draw(key)),
            this);
        return entry.Value;
    }

    private Stencil Draw(string motif)
    {
        Interlocked.Increment(ref _drawn);
        return new Stencil(motif, _draw(motif));
    }
}

public sealed class TattooStudio
{
    private readonly StencilLibrary _library;

    public TattooStudio(StencilLibrary library) => _library = library;

    public async Task<string> PrepareAsync(IReadOnlyDictionary<string, string[]> motifsOfArtist)
    {
        var sheets = await Task.WhenAll(
            motifsOfArtist.Select(pair => Task.Run(() => Sheet(pair.Key, pair.Value))));
        return $"{string.Join(Environment.NewLine, sheets)} ({_library.Drawn} drawings)";
    }

    private string Sheet(string artist, string[] motifs)
    {
        var stencils = new List<Stencil>();
        foreach (var motif in motifs)
        {
            stencils.Add(_library.For(motif));
        }
        return $"{artist}: {string.Join(", ", stencils.Select(stencil => stencil.Outline))}";
    }
}
