// Stores guild members in striped buckets and lets members change their names.
// Blind: a bucket is filled under the lock of another stripe; which stripe goes with which bucket has no name.
namespace Cases.U1577;

public sealed record Member(string Name, int Level);

public sealed class GuildRoster
{
    private const int StripeCount = 16;
    private readonly object[] _locks = new object[StripeCount];
    private readonly Dictionary<string, Member>[] _buckets = new Dictionary<string, Member>[StripeCount];

    public GuildRoster()
    {
        for (int i = 0; i < StripeCount; i++)
        {
            _locks[i] = new object();
            _buckets[i] = new Dictionary<string, Member>(StringComparer.Ordinal);
        }
    }

    public void Join(Member member)
    {
        int stripe = StripeOf(member.Name);
        lock (_locks[stripe])
        {
            _buckets[stripe][member.Name] = member;
        }
    }

    public Member? Find(string name)
    {
        int stripe = StripeOf(name);
        lock (_locks[stripe])
        {
            return _buckets[stripe].GetValueOrDefault(name);
        }
    }

    public bool Rename(string oldName, string newName)
    {
        int from = StripeOf(oldName);
        int to = StripeOf(newName);
        lock (_locks[from])
        {
            if (!_buckets[from].Remove(oldName, out var member))
            {
                return false;
            }
            _buckets[to][newName] = member with { Name = newName }; // blind: INCONSISTENT_LOCK
            return true;
        }
    }

    private static int StripeOf(string name) => (name.GetHashCode() & int.MaxValue) % StripeCount;
}

public static class GuildServer
{
    public static async Task<int> RenameAllAsync(GuildRoster roster, IReadOnlyList<(string Old, string New)> wishes)
    {
        var renames = wishes.Select(wish => Task.Run(() => roster.Rename(wish.Old, wish.New)));
        bool[] done = await Task.WhenAll(renames);
        return done.Count(d => d);
    }
}
