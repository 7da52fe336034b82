// Hyphenates words with patterns that are built when a language is first used.
namespace Cases.U1610;

public sealed class PatternSet
{
    private readonly Dictionary<string, int> _breaks = [];

    public PatternSet(IEnumerable<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            _breaks[pattern.Replace("-", "")] = pattern.IndexOf('-');
        }
    }

    public int BreakOf(string word) => _breaks.TryGetValue(word, out int position) ? position : -1;
}

public class Language(string code, Func<string, IEnumerable<string>> readPatterns)
{
    private PatternSet? _patterns;

    public string Code => code;

    public string Hyphenate(string word)
    {
        int position = Patterns.BreakOf(word);
        return position < 0 ? word : word.Insert(position, "-");
    }

    protected PatternSet Patterns => LazyInitializer.EnsureInitialized(ref _patterns, Build);

    private PatternSet Build() => new(readPatterns(code));
}

public sealed class CompoundLanguage(string code, Func<string, IEnumerable<string>> readPatterns)
    : Language(code, readPatterns)
{
    public int CountKnown(IEnumerable<string> parts) => parts.Count(p => Patterns.BreakOf(p) >= 0);
}

public static class Typesetter
{
    public static string[] Set(string[] words, Func<string, IEnumerable<string>> readPatterns)
    {
        var language = new CompoundLanguage("de", readPatterns);
        var result = new string[words.Length];
        Parallel.For(0, words.Length, i =>
        {
            var parts = words[i].Split('|');
            result[i] = language.CountKnown(parts) == 0
                ? words[i]
                : string.Concat(parts.Select(language.Hyphenate));
        });
        return result;
    }
}
