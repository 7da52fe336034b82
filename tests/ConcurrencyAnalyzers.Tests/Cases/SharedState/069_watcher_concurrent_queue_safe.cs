// The same with a ConcurrentQueue.
using System.Collections.Concurrent;

namespace Cases.S069;

public sealed class DropFolder : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly ConcurrentQueue<string> _arrived = new();

    public DropFolder(string path)
    {
        _watcher = new FileSystemWatcher(path);
        _watcher.Created += OnCreated;
        _watcher.EnableRaisingEvents = true;
    }

    public List<string> Take()
    {
        var all = new List<string>();
        while (_arrived.TryDequeue(out var file))
        {
            all.Add(file);
        }

        return all;
    }

    public void Dispose() => _watcher.Dispose();

    private void OnCreated(object sender, FileSystemEventArgs e) => _arrived.Enqueue(e.FullPath);
}
