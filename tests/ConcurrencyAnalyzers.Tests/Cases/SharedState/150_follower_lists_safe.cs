// The list is made with its content and never changed: AddOrUpdate replaces it.
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Cases.SharedState.S150;

public sealed class Followers
{
    private readonly ConcurrentDictionary<string, ImmutableList<string>> _byUser = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _log = new();

    public void Follow(string user, string follower)
    {
        _byUser.AddOrUpdate(user, static (_, first) => [first], static (_, old, next) => old.Add(next), follower);
        _log.GetOrAdd(user, static _ => new()).Enqueue(follower);
    }
}
