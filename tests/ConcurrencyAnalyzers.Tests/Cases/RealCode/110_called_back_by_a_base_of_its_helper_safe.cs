// The target asks its helper under its lock; a base of the helper closes files of the target, under the same lock.
namespace Cases.R110;

internal interface IHelper
{
    void BeforeOpen(string path);
}

internal abstract class HelperBase(FileTarget target)
{
    protected void Delete(string path)
    {
        target.CloseBefore(path);
        File.Delete(path);
    }
}

internal sealed class RollingHelper(FileTarget target) : HelperBase(target), IHelper
{
    public void BeforeOpen(string path) => Delete(path + ".old");
}

public sealed class FileTarget
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Stream> _open = new();
    private readonly Timer _timer;
    private IHelper? _helper;

    public FileTarget() => _timer = new(_ => CloseIdle(), null, 1000, 1000);

    private IHelper Helper => _helper ?? (_helper = CreateHelper());

    private IHelper CreateHelper() => new RollingHelper(this);

    public void Write(string path, byte value)
    {
        lock (_gate)
        {
            if (!_open.TryGetValue(path, out var stream))
            {
                Helper.BeforeOpen(path);
                _open[path] = stream = File.OpenWrite(path);
            }

            stream.WriteByte(value);
        }
    }

    internal void CloseBefore(string path)
    {
        if (_open.Remove(path, out var stream))
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
