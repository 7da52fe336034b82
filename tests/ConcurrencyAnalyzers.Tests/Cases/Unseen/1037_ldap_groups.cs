using System.Collections.Concurrent;

namespace Cases.Directories.Ldap;

public sealed record LdapEntry(string Dn, IReadOnlyList<string> MemberOf);

public interface ILdapConnection
{
    IAsyncEnumerable<LdapEntry> SearchAsync(string subtree, CancellationToken ct);
}

public sealed class GroupMembers
{
    private readonly ConcurrentDictionary<string, List<string>> _members = new(StringComparer.OrdinalIgnoreCase);

    public int Groups => _members.Count;

    public async Task LoadAsync(ILdapConnection connection, IReadOnlyList<string> subtrees, CancellationToken ct)
    {
        await Parallel.ForEachAsync(subtrees, ct, async (subtree, token) =>
        {
            await foreach (LdapEntry entry in connection.SearchAsync(subtree, token))
            {
                foreach (string group in entry.MemberOf)
                {
                    Join(group, entry.Dn);
                }
            }
        });
    }

    public IReadOnlyList<string> Of(string group) =>
        _members.TryGetValue(group, out List<string>? members) ? members : [];

    private void Join(string group, string dn)
    {
        List<string> members = _members.GetOrAdd(group, _ => []);
        if (!members.Contains(dn)) // expect: RACE#1, CHECK_THEN_ACT?
        {
            members.Add(dn); // expect: RACE#1, CHECK_THEN_ACT?
        }
    }
}
