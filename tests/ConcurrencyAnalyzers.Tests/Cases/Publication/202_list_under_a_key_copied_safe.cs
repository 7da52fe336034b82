// A copy of the list is handed out.
namespace Cases.P202;

public sealed class Groups
{
    private readonly object _gate = new();
    private readonly Dictionary<string, List<string>> _members = new();
    public void Join(string group, string user)
    {
        lock (_gate)
        {
            if (!_members.TryGetValue(group, out var list))
            {
                _members[group] = list = [];
            }
            list.Add(user);
        }
    }
    public List<string> MembersOf(string group)
    {
        lock (_gate)
        {
            return _members.TryGetValue(group, out var list) ? [.. list] : [];
        }
    }
}
