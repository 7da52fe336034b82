// The object that leaves holds a copy.
namespace Cases.P117;

public sealed class MembersChanged(IEnumerable<string> members) : EventArgs
{
    public IReadOnlyList<string> Members { get; } = [.. members];
}

public sealed class ChatRoom
{
    private readonly object _gate = new();
    private readonly List<string> _members = [];

    public event EventHandler<MembersChanged>? Changed;

    public void Join(string name)
    {
        MembersChanged change;
        lock (_gate)
        {
            _members.Add(name);
            change = new MembersChanged(_members);
        }

        Changed?.Invoke(this, change);
    }

    public void Leave(string name)
    {
        lock (_gate)
        {
            _members.Remove(name);
        }
    }
}
