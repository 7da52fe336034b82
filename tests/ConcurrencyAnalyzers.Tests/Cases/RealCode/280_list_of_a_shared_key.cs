// The nearest wrong one: the key is the address, and all who write there come with it.
using System.Collections.Concurrent;

namespace Cases.R280;

public sealed class Batches
{
    private readonly ConcurrentDictionary<string, List<string>> _open = new();

    public bool Open(string address) => _open.TryAdd(address, new List<string>());

    public void Add(string address, string letter)
    {
        if (_open.TryGetValue(address, out var batch))
            batch.Add(letter); // expect: RACE
    }

    public IReadOnlyList<string> Close(string address) => _open.TryRemove(address, out var batch) ? batch : [];
}
