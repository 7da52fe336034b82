// Watcher events only write to a channel; one reader owns the table of file versions.
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Cases.U592;

public sealed record FileTouched(string Path, WatcherChangeTypes Kind);

public sealed class ScriptVersionTracker : IAsyncDisposable
{
    private readonly Channel<FileTouched> _events = Channel.CreateUnbounded<FileTouched>(
        new UnboundedChannelOptions { SingleReader = true });

    private readonly FileSystemWatcher _watcher;
    private readonly Dictionary<string, int> _versions = new(StringComparer.Ordinal);
    private readonly Action<string, int> _onVersion;
    private readonly Task _reader;

    public ScriptVersionTracker(string folder, Action<string, int> onVersion)
    {
        _onVersion = onVersion;
        _reader = Task.Run(ReadLoopAsync);
        _watcher = new FileSystemWatcher(folder, "*.js");
        _watcher.Changed += Publish;
        _watcher.Created += Publish;
        _watcher.Deleted += Publish;
        _watcher.EnableRaisingEvents = true;
    }

    private void Publish(object sender, FileSystemEventArgs e) =>
        _events.Writer.TryWrite(new FileTouched(e.FullPath, e.ChangeType));

    private async Task ReadLoopAsync()
    {
        await foreach (var touched in _events.Reader.ReadAllAsync())
        {
            Apply(touched);
        }
    }

    private void Apply(FileTouched touched)
    {
        if (touched.Kind == WatcherChangeTypes.Deleted)
        {
            _versions.Remove(touched.Path);
            return;
        }

        var version = _versions.TryGetValue(touched.Path, out var known) ? known + 1 : 1;
        _versions[touched.Path] = version;
        _onVersion(touched.Path, version);
    }

    public async ValueTask DisposeAsync()
    {
        _watcher.Dispose();
        _events.Writer.TryComplete();
        await _reader;
        _versions.Clear();
    }
}
