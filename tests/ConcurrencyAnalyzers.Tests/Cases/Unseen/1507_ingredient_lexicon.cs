// A recipe importer looks up the unit words of ingredient lines in a lexicon that is loaded when the first line needs it. difficulty: hard
// Blind: what one helper makes, keeps and then fills, another shows to who asks: the two are not put together.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1507;

public sealed class UnitLexicon
{
    private readonly Dictionary<string, double> _grams = new(StringComparer.OrdinalIgnoreCase);

    public void Load(IEnumerable<(string Word, double Grams)> entries)
    {
        foreach (var (word, grams) in entries)
        {
            _grams[word] = grams; // expect: RACE?, LAZY_INIT?
        }
    }

    public double GramsOf(string word) => _grams.GetValueOrDefault(word, 1.0); // expect: RACE?, LAZY_INIT?
}

public sealed class IngredientImport(IReadOnlyList<(string Word, double Grams)> units)
{
    private readonly Lock _gate = new();
    private volatile UnitLexicon? _lexicon;

    public double TotalGrams(IReadOnlyList<string> lines)
    {
        var weights = new double[lines.Count];
        Parallel.For(0, lines.Count, i => weights[i] = Weigh(lines[i]));
        return weights.Sum();
    }

    private double Weigh(string line)
    {
        var parts = line.Split(' ', 3);
        return double.Parse(parts[0]) * Lexicon().GramsOf(parts[1]);
    }

    private UnitLexicon Lexicon()
    {
        if (_lexicon is { } ready) // blind: LAZY_INIT#1
        {
            return ready;
        }
        lock (_gate)
        {
            return _lexicon ?? Fill();
        }
    }

    private UnitLexicon Fill()
    {
        var lexicon = new UnitLexicon();
        _lexicon = lexicon; // blind: LAZY_INIT#1
        lexicon.Load(units); // blind: LAZY_INIT#1
        return lexicon;
    }
}
