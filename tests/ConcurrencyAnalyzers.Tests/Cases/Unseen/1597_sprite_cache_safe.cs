// Keeps the most recently drawn sprites and drops the least used one when full.
namespace Cases.U1597;

public sealed record Sprite(string Name, int Pixels);

public sealed class SpriteCache(int capacity, Func<string, Sprite> decode)
{
    private sealed class Slot(Sprite sprite)
    {
        public readonly Sprite Sprite = sprite;
        public long LastUse;
    }

    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, Slot> _slots = [];
    private long _clock;

    public Sprite Get(string name)
    {
        if (TryFind(name) is { } known)
        {
            return known;
        }

        var slot = new Slot(decode(name));
        _rw.EnterWriteLock();
        try
        {
            if (_slots.TryGetValue(name, out var existing))
            {
                return existing.Sprite;
            }
            if (_slots.Count == capacity)
            {
                _slots.Remove(_slots.MinBy(entry => Interlocked.Read(ref entry.Value.LastUse)).Key);
            }
            Touch(slot);
            _slots.Add(name, slot);
            return slot.Sprite;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    private Sprite? TryFind(string name)
    {
        _rw.EnterReadLock();
        try
        {
            if (!_slots.TryGetValue(name, out var slot))
            {
                return null;
            }
            Touch(slot);
            return slot.Sprite;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    private void Touch(Slot slot) => Interlocked.Exchange(ref slot.LastUse, Interlocked.Increment(ref _clock));
}

public static class LevelPainter
{
    public static int Paint(string[] names)
    {
        var cache = new SpriteCache(64, name => new Sprite(name, name.Length * 16));
        int pixels = 0;
        Parallel.ForEach(names, name => Interlocked.Add(ref pixels, cache.Get(name).Pixels));
        return pixels;
    }
}
