// The iterator copies the queue under the lock before the first element is yielded and then walks only its copy. difficulty: medium
namespace Cases.U865;

public sealed class RecentSearches(int keep)
{
    private readonly object _sync = new();
    private readonly Queue<string> _terms = new();

    public void Remember(string term)
    {
        if (string.IsNullOrWhiteSpace(term))
        {
            return;
        }
        lock (_sync)
        {
            _terms.Enqueue(term.Trim());
            while (_terms.Count > keep)
            {
                _terms.Dequeue();
            }
        }
    }

    public IEnumerable<string> Suggest(string prefix)
    {
        string[] terms;
        lock (_sync)
        {
            terms = _terms.ToArray();
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = terms.Length - 1; i >= 0; i--)
        {
            if (terms[i].StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && seen.Add(terms[i]))
            {
                yield return terms[i];
            }
        }
    }
}
