// Each list from GetOrAdd is its own lock, taken by everybody who touches it. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U534;

public sealed class ChatGroups
{
    private readonly ConcurrentDictionary<string, List<string>> _members = new();

    public void JoinAll(IEnumerable<(string Group, string User)> requests)
    {
        Parallel.ForEach(requests, request => Join(request.Group, request.User));
    }

    public int SizeOf(string group)
    {
        if (!_members.TryGetValue(group, out var users))
        {
            return 0;
        }
        lock (users)
        {
            return users.Count;
        }
    }

    private void Join(string group, string user)
    {
        var users = _members.GetOrAdd(group, _ => []);
        lock (users)
        {
            if (!users.Contains(user))
            {
                users.Add(user);
            }
        }
    }
}
