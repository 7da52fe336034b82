// Both helpers take the lock, but the group can fill up between them: the fifth and the sixth player both join a group of five. difficulty: hard
namespace Cases.U413;

public sealed class RaidGroup
{
    private readonly object _gate = new();
    private readonly List<string> _members = [];
    private readonly int _size;

    public RaidGroup(int size) => _size = size;

    public bool TryJoin(string player)
    {
        if (IsFull())
        {
            return false;
        }
        Add(player); // expect: CHECK_THEN_ACT
        return true;
    }

    public void Leave(string player)
    {
        lock (_gate)
        {
            _members.Remove(player);
        }
    }

    private bool IsFull()
    {
        lock (_gate)
        {
            return _members.Count >= _size;
        }
    }

    private void Add(string player)
    {
        lock (_gate)
        {
            _members.Add(player); // expect: CHECK_THEN_ACT?
        }
    }
}
