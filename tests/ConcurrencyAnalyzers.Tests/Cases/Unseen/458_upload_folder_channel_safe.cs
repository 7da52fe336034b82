// The watcher only writes to a channel; one reader loop, started once, owns the dictionary and is awaited before the report. difficulty: hard
using System.Threading.Channels;

namespace Cases.U458;

public sealed class UploadFolder
{
    private readonly Channel<string> _arrivals = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly FileSystemWatcher _watcher;
    private readonly Task<Dictionary<string, int>> _reader;

    public UploadFolder(string folder)
    {
        _reader = Task.Run(CountAsync);
        _watcher = new FileSystemWatcher(folder);
        _watcher.Created += (_, file) => _arrivals.Writer.TryWrite(file.FullPath);
        _watcher.EnableRaisingEvents = true;
    }

    public async Task<string> CloseAsync()
    {
        _watcher.Dispose();
        _arrivals.Writer.TryComplete();
        var counts = await _reader;
        return string.Join(", ", counts.Select(entry => $"{entry.Value} {entry.Key}"));
    }

    private async Task<Dictionary<string, int>> CountAsync()
    {
        var counts = new Dictionary<string, int>();
        await foreach (var path in _arrivals.Reader.ReadAllAsync())
        {
            string extension = Path.GetExtension(path);
            counts[extension] = counts.GetValueOrDefault(extension) + 1;
        }
        return counts;
    }
}
