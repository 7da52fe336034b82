// Nothing here starts a thread, but who keeps lists in a concurrent dictionary expects threads; the lists do not.
using System.Collections.Concurrent;

namespace Cases.SharedState.S149;

public sealed class Followers
{
    private readonly ConcurrentDictionary<string, List<string>> _byUser = new();

    public void Follow(string user, string follower) => _byUser.GetOrAdd(user, static _ => []).Add(follower); // expect: RACE
}
