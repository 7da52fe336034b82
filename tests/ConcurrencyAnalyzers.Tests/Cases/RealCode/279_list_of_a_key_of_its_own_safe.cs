// A batch has a key that is drawn for it: nobody comes with the key but the one who has opened the batch.
using System.Collections.Concurrent;

namespace Cases.R279;

public static class Marks
{
    public static string New() => Guid.NewGuid().ToString("N");
}

public sealed class Batches
{
    private readonly ConcurrentDictionary<string, List<string>> _open = new();

    public string Open()
    {
        var key = Marks.New();
        while (!_open.TryAdd(key, new List<string>()))
            key = Marks.New();
        return key;
    }

    public void Add(string key, string letter)
    {
        if (_open.TryGetValue(key, out var batch))
            batch.Add(letter);
    }

    public IReadOnlyList<string> Close(string key) => _open.TryRemove(key, out var batch) ? batch : [];
}
