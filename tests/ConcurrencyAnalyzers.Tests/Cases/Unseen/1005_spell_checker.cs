namespace Editor.Spelling;

public interface ISpeller
{
    bool IsKnown(string word);
    IEnumerable<string> Suggest(string word);
}

public sealed class HunspellDictionary(string path) : ISpeller
{
    private readonly object _loading = new();
    private readonly Dictionary<string, string> _stems = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _frequent = [];
    private bool _loaded;

    public bool IsKnown(string word)
    {
        EnsureLoaded();
        return _stems.ContainsKey(word); // expect: RACE?, INCONSISTENT_LOCK?
    }

    public IEnumerable<string> Suggest(string word)
    {
        EnsureLoaded();
        return _frequent.Where(f => Math.Abs(f.Length - word.Length) < 2 && f[0] == word[0]).Take(5); // expect: RACE?, INCONSISTENT_LOCK?
    }

    private void EnsureLoaded()
    {
        if (_loaded) // expect: LAZY_INIT#1, RACE?, INCONSISTENT_LOCK?
        {
            return;
        }
        lock (_loading)
        {
            if (_loaded)
            {
                return;
            }
            _loaded = true; // expect: LAZY_INIT#1
            foreach (string line in File.ReadLines(path))
            {
                int slash = line.IndexOf('/');
                string stem = slash < 0 ? line : line[..slash];
                _stems[stem] = slash < 0 ? "" : line[(slash + 1)..];
                if (stem.Length > 3)
                {
                    _frequent.Add(stem);
                }
            }
        }
    }
}

public sealed class SquiggleService(ISpeller speller)
{
    public IReadOnlyDictionary<string, string[]> Check(string text)
    {
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Distinct()
            .AsParallel()
            .Where(w => !speller.IsKnown(w))
            .ToDictionary(w => w, w => speller.Suggest(w).ToArray());
    }
}
