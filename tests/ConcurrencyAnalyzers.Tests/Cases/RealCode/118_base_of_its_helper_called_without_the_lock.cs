// The nearest wrong one: the target also asks the base of its helper, and not under its lock then.
namespace Cases.R118;

internal abstract class HelperBase(FileTarget target)
{
    protected void Delete(string path)
    {
        target.CloseBefore(path);
        File.Delete(path);
    }

    internal void Forget(string path) => Delete(path);
}

internal sealed class RollingHelper(FileTarget target) : HelperBase(target)
{
    internal void BeforeOpen(string path) => Delete(path + ".old");
}

public sealed class FileTarget
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Stream> _open = new();
    private readonly Timer _timer;
    private readonly RollingHelper _helper;
    private readonly HelperBase _base;

    public FileTarget()
    {
        _helper = new RollingHelper(this);
        _base = _helper;
        _timer = new(_ => CloseIdle(), null, 1000, 1000);
    }

    public void Write(string path, byte value)
    {
        lock (_gate)
        {
            if (!_open.TryGetValue(path, out var stream))
            {
                _helper.BeforeOpen(path);
                _open[path] = stream = File.OpenWrite(path);
            }

            stream.WriteByte(value);
        }
    }

    public void Forget(string path) => _base.Forget(path);

    internal void CloseBefore(string path)
    {
        if (_open.Remove(path, out var stream)) // expect: RACE
            stream.Dispose();
    }

    private void CloseIdle()
    {
        lock (_gate)
        {
            foreach (var stream in _open.Values)
                stream.Dispose();
            _open.Clear();
        }
    }
}
