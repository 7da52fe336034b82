// The volatile flag is written last and read first: who sees it set also sees both plain fields that were filled before. difficulty: hard
namespace Cases.U420;

public sealed class StopWords(Func<IEnumerable<string>> load)
{
    private readonly object _gate = new();
    private HashSet<string> _words = [];
    private int _longest;
    private volatile bool _loaded;

    public bool Contains(string word)
    {
        if (!_loaded)
        {
            Load();
        }
        return word.Length <= _longest && _words.Contains(word);
    }

    public int CountIn(IEnumerable<string> text)
    {
        int found = 0;
        Parallel.ForEach(text, word =>
        {
            if (Contains(word))
            {
                Interlocked.Increment(ref found);
            }
        });
        return found;
    }

    private void Load()
    {
        lock (_gate)
        {
            if (_loaded)
            {
                return;
            }
            _words = new HashSet<string>(load(), StringComparer.OrdinalIgnoreCase);
            _longest = _words.Count == 0 ? 0 : _words.Max(word => word.Length);
            _loaded = true;
        }
    }
}
