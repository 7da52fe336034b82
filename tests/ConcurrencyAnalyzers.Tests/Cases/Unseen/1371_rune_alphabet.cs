// Transliterates inscriptions with a table of runes that is built when it is first needed. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1371;

public sealed class RuneAlphabet
{
    private readonly Lazy<Dictionary<char, string>> _table;

    public RuneAlphabet(IEnumerable<(char Rune, string Latin)> runes)
    {
        _table = new Lazy<Dictionary<char, string>>( // expect: LAZY_INIT#1
            () => runes.ToDictionary(pair => pair.Rune, pair => pair.Latin),
            LazyThreadSafetyMode.None); // expect: LAZY_INIT#1
    }

    public Task<string[]> ReadStonesAsync(IEnumerable<string> stones) =>
        Task.WhenAll(stones.Select(stone => Task.Run(() => Transliterate(stone))));

    private string Transliterate(string stone)
    {
        var table = _table.Value; // expect: LAZY_INIT#1
        return string.Concat(stone.Select(rune => table.GetValueOrDefault(rune, "?")));
    }
}
