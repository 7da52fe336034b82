// Engraves every piece of sheet music once, however many musicians of the orchestra ask for it. difficulty: medium
using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Menagerie.M1357;

public sealed class SheetMusicCache(Func<string, string> engrave)
{
    private readonly ConcurrentDictionary<string, Lazy<string>> _sheets = new();
    private int _engraved;

    public string SheetOf(string piece) => _sheets.GetOrAdd(piece, NewSheet).Value;

    public int Engraved => Volatile.Read(ref _engraved);

    private Lazy<string> NewSheet(string piece) =>
        new(() =>
        {
            var sheet = engrave(piece);
            Interlocked.Increment(ref _engraved);
            return sheet;
        });
}
