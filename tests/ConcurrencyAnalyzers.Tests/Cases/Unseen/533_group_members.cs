// GetOrAdd is atomic, the List it returns is not: two joins to one group change the same list at once. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U533;

public sealed class ChatGroups
{
    private readonly ConcurrentDictionary<string, List<string>> _members = new();

    public void JoinAll(IEnumerable<(string Group, string User)> requests)
    {
        Parallel.ForEach(requests, request => Join(request.Group, request.User));
    }

    public int SizeOf(string group) => _members.TryGetValue(group, out var users) ? users.Count : 0; // expect: RACE?

    private void Join(string group, string user)
    {
        var users = _members.GetOrAdd(group, _ => []);
        if (!users.Contains(user)) // expect: RACE?
        {
            users.Add(user); // expect: RACE, CHECK_THEN_ACT?
        }
    }
}
