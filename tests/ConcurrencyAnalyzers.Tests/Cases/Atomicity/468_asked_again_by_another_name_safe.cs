// Two names of one thing: under the lock the table is asked by the other one, and then told both.
using System.Collections.Concurrent;

namespace Cases.C468;

public sealed class Slots
{
    private readonly ConcurrentDictionary<string, int> _slots = new();
    private int _last;

    public int Of(string tags)
    {
        if (!_slots.TryGetValue(tags, out var slot))
        {
            var sorted = string.Concat(tags.Order());
            lock (_slots)
            {
                if (!_slots.TryGetValue(sorted, out slot))
                {
                    slot = ++_last;
                    _slots.TryAdd(sorted, slot);
                    _slots.TryAdd(tags, slot);
                }
            }
        }

        return slot;
    }
}
