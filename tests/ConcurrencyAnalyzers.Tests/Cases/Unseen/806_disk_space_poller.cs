// The base constructor starts the polling thread, which calls the override before the derived constructor has assigned its fields. difficulty: hard
namespace Cases.U806;

public abstract class Poller : IDisposable
{
    private readonly Thread _thread;
    private volatile bool _stopping;

    protected Poller(TimeSpan pause)
    {
        _thread = new Thread(() => Loop(pause)) { IsBackground = true };
        _thread.Start(); // expect: RACE?
    }

    public void Dispose()
    {
        _stopping = true;
        _thread.Join();
    }

    protected abstract void Poll();

    private void Loop(TimeSpan pause)
    {
        while (!_stopping)
        {
            Poll(); // expect: RACE?
            Thread.Sleep(pause);
        }
    }
}

public sealed class DiskSpacePoller : Poller
{
    private readonly string _root;
    private readonly long _minimumFree;

    public DiskSpacePoller(string root, long minimumFree)
        : base(TimeSpan.FromSeconds(5))
    {
        _root = Path.GetFullPath(root); // expect: RACE#1
        _minimumFree = minimumFree; // expect: RACE#1
    }

    protected override void Poll()
    {
        var drive = new DriveInfo(_root); // expect: RACE#1
        if (drive.AvailableFreeSpace < _minimumFree) // expect: RACE#1
        {
            Console.Error.WriteLine($"{drive.Name} is running full");
        }
    }
}
