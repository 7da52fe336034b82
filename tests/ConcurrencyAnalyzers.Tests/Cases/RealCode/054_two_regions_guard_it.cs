// The nearest wrong one: two members hold the lock while they change the parameters through a helper, a third does not.
namespace Cases.R054;

public sealed class Session
{
    private readonly object _gate = new();
    private readonly Dictionary<string, string> _parameters = new();

    public void Read(string name, string value)
    {
        lock (_gate)
            Set(name, value);
    }

    public void Prepare(string name)
    {
        lock (_gate)
            Set(name, "");
    }

    public void Execute(string name)
    {
        lock (_gate)
            Set(name, name);
    }

    public void Forget(string name)
    {
        _parameters.Remove(name); // expect: INCONSISTENT_LOCK
    }

    private void Set(string name, string value) => _parameters[name] = value;
}
