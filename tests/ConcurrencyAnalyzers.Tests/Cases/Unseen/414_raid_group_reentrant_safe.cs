// The caller holds the same lock around both helpers; Monitor may be entered again by its owner, so check and act are one step. difficulty: hard
namespace Cases.U414;

public sealed class DungeonParty(int size)
{
    private readonly object _gate = new();
    private readonly HashSet<string> _members = [];

    public bool TryJoin(string player)
    {
        lock (_gate)
        {
            if (IsFull())
            {
                return false;
            }
            return Add(player);
        }
    }

    public bool Leave(string player)
    {
        lock (_gate)
        {
            return _members.Remove(player);
        }
    }

    private bool IsFull()
    {
        lock (_gate)
        {
            return _members.Count >= size;
        }
    }

    private bool Add(string player)
    {
        lock (_gate)
        {
            return _members.Add(player);
        }
    }
}
