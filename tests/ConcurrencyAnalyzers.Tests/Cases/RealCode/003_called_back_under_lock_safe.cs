// The target holds its lock while it asks a helper of its own; the helper calls the target back, and the lock is still held.
namespace Cases.R003;

public sealed class FileTarget
{
    private readonly object _gate = new();
    private readonly Dictionary<string, string> _open = new();
    private readonly Archiver _archiver;

    public FileTarget() => _archiver = new Archiver(this);

    public void Write(string file, string text)
    {
        lock (_gate)
        {
            _open[file] = text;
            if (_open.Count > 100)
                _archiver.Archive(file);
        }
    }

    public string? Find(string file)
    {
        lock (_gate)
        {
            return _open.TryGetValue(file, out var text) ? text : null;
        }
    }

    public void Remove(string file)
    {
        lock (_gate)
        {
            _open.Remove(file);
        }
    }

    internal void CloseBeforeArchiving(string file)
    {
        foreach (var pair in _open)
            if (pair.Key == file)
                break;
        _open.Remove(file);
    }
}

internal sealed class Archiver(FileTarget target)
{
    private readonly FileTarget _target = target;

    public void Archive(string file) => _target.CloseBeforeArchiving(file);
}
