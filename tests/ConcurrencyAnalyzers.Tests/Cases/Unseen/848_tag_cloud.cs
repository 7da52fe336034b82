// TryGetValue followed by a store is not an atomic increment, so parallel workers overwrite each other's counts. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U848;

public sealed record Article(int Id, IReadOnlyList<string> Tags);

public sealed class TagCloud
{
    private readonly ConcurrentDictionary<string, int> _weights = new(StringComparer.OrdinalIgnoreCase);

    public void Index(IEnumerable<Article> articles)
    {
        Parallel.ForEach(articles, article =>
        {
            foreach (var tag in article.Tags)
            {
                AddTag(tag.Trim());
            }
        });
    }

    public IReadOnlyList<string> Top(int count)
    {
        return _weights
            .ToArray()
            .OrderByDescending(pair => pair.Value)
            .Take(count)
            .Select(pair => pair.Key)
            .ToList();
    }

    private void AddTag(string tag)
    {
        if (_weights.TryGetValue(tag, out var weight)) // expect: CHECK_THEN_ACT?
        {
            _weights[tag] = weight + 1; // expect: CHECK_THEN_ACT#1, NON_ATOMIC?, RACE?
        }
        else
        {
            _weights[tag] = 1; // expect: CHECK_THEN_ACT#1, NON_ATOMIC?, RACE?
        }
    }
}
