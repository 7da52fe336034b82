// A per-key loader cache; the value factory runs once per key even when callers collide.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U584;

public sealed class AsyncLoadCache<TKey, TValue>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue>>> _entries = new();
    private readonly Func<TKey, Task<TValue>> _load;
    private int _loads;

    public AsyncLoadCache(Func<TKey, Task<TValue>> load) => _load = load;

    public int Loads => Volatile.Read(ref _loads);

    public async Task<TValue> GetAsync(TKey key)
    {
        var entry = _entries.GetOrAdd(key, k => new Lazy<Task<TValue>>(() => LoadAsync(k)));
        try
        {
            return await entry.Value;
        }
        catch
        {
            // Removes this failed entry only, never a newer one.
            _entries.TryRemove(new KeyValuePair<TKey, Lazy<Task<TValue>>>(key, entry));
            throw;
        }
    }

    public bool Invalidate(TKey key) => _entries.TryRemove(key, out _);

    private Task<TValue> LoadAsync(TKey key)
    {
        Interlocked.Increment(ref _loads);
        return _load(key);
    }
}

public sealed record Profile(int UserId, string DisplayName);

public sealed class FeedRenderer
{
    private readonly AsyncLoadCache<int, Profile> _profiles;

    public FeedRenderer(Func<int, Task<Profile>> load) => _profiles = new AsyncLoadCache<int, Profile>(load);

    public async Task<string[]> RenderAsync(IEnumerable<(int Author, string Text)> posts)
    {
        var lines = posts.Select(async post =>
        {
            var profile = await _profiles.GetAsync(post.Author);
            return $"{profile.DisplayName}: {post.Text}";
        });
        return await Task.WhenAll(lines);
    }
}
