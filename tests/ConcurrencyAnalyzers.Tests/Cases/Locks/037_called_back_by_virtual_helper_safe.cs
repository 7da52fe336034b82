// The helper that calls back is one of several, and is asked through their base under the lock.
namespace Cases.L037;

public sealed class LogTarget
{
    private readonly object _gate = new();
    private readonly Dictionary<string, string> _open = new();
    private readonly Archive _archive;

    public LogTarget() => _archive = new NumberedArchive(this);

    public void Write(string file, string text)
    {
        lock (_gate)
        {
            _open[file] = text;
            if (_open.Count > 100)
                _archive.Roll(file);
        }
    }

    public string? Find(string file)
    {
        lock (_gate)
        {
            return _open.TryGetValue(file, out var text) ? text : null;
        }
    }

    public void Forget(string file)
    {
        lock (_gate)
        {
            _open.Remove(file);
        }
    }

    internal void CloseBeforeRolling(string file) => _open.Remove(file);
}

internal abstract class Archive
{
    public abstract void Roll(string file);
}

internal sealed class NumberedArchive(LogTarget target) : Archive
{
    private readonly LogTarget _target = target;

    public override void Roll(string file) => _target.CloseBeforeRolling(file);
}
