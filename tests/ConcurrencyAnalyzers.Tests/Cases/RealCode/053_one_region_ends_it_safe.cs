// All ways to the parameters under the lock lead through the one region that ends the session: that is no guard.
namespace Cases.R053;

public sealed class Session
{
    private readonly object _cancelling = new();
    private readonly Dictionary<string, string> _parameters = new();
    private bool _cancelled;

    public string Read(string name, string value)
    {
        if (value.Length == 0)
            throw Break(new FormatException());
        _parameters[name] = value;
        return value;
    }

    public string Prepare(string name)
    {
        if (!_parameters.TryGetValue(name, out var value))
            throw Break(new KeyNotFoundException());
        return value;
    }

    public void Execute(string name)
    {
        if (name.Length == 0)
            throw Break(new ArgumentException("No name."));
        _parameters.Remove(name);
    }

    public void Cancel()
    {
        lock (_cancelling)
            _cancelled = true;
    }

    public bool ResetCancelled()
    {
        lock (_cancelling)
        {
            var was = _cancelled;
            _cancelled = false;
            return was;
        }
    }

    private Exception Break(Exception reason)
    {
        lock (_cancelling)
        {
            _cancelled = false;
            CleanUp();
        }

        return reason;
    }

    private void CleanUp() => _parameters.Clear();
}
