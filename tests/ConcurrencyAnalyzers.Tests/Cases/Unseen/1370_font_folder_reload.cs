// Watches several folders with fonts and keeps the list of families that an editor offers. difficulty: hard
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Menagerie.M1370;

public sealed class FontFolders
{
    private readonly Channel<string> _changes = Channel.CreateUnbounded<string>();
    private readonly List<FileSystemWatcher> _watchers = [];

    public FontFolders(params string[] folders)
    {
        foreach (var folder in folders)
        {
            var watcher = new FileSystemWatcher(folder, "*.ttf");
            watcher.Created += OnChange;
            watcher.Changed += OnChange;
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
    }

    public async Task OfferAsync(Action<IReadOnlyList<string>> offer, CancellationToken closed)
    {
        var families = new SortedSet<string>();
        await foreach (var path in _changes.Reader.ReadAllAsync(closed))
        {
            var family = Path.GetFileNameWithoutExtension(path).Split('-')[0];
            if (families.Add(family))
            {
                offer(families.ToArray());
            }
        }
    }

    private void OnChange(object sender, FileSystemEventArgs e) => _changes.Writer.TryWrite(e.FullPath);
}
