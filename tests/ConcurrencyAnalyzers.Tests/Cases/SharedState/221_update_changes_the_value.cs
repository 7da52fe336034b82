// The update of a concurrent dictionary changes the set that all threads have.
using System.Collections.Concurrent;
namespace Cases.S221;

public sealed class Tags
{
    private readonly ConcurrentDictionary<string, HashSet<string>> _tags = new();
    public void Tag(string item, string tag)
    {
        _tags.AddOrUpdate(item, _ => [tag], (_, set) =>
        {
            set.Add(tag); // expect: RACE
            return set;
        });
    }
}
