// The subscribers get the list itself, inside an object that keeps it.
namespace Cases.P116;

public sealed class MembersChanged : EventArgs
{
    public MembersChanged(List<string> members) => Members = members;

    public List<string> Members { get; }
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
            change = new MembersChanged(_members); // expect: ESCAPES_LOCK
        }

        Changed?.Invoke(this, change); // expect: ESCAPES_LOCK?
    }

    public void Leave(string name)
    {
        lock (_gate)
        {
            _members.Remove(name);
        }
    }
}
