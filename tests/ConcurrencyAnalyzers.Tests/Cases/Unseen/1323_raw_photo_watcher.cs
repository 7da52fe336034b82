// Watches the memory cards in several readers and pairs up raw photographs with their previews. difficulty: medium
using System;
using System.Collections.Generic;
using System.IO;

namespace Menagerie.M1323;

public sealed class RawPhotoWatcher
{
    private readonly List<FileSystemWatcher> _readers = [];
    private readonly Dictionary<string, string> _rawByName = new(StringComparer.OrdinalIgnoreCase);

    public void Watch(IEnumerable<string> cardFolders)
    {
        foreach (var folder in cardFolders)
        {
            var watcher = new FileSystemWatcher(folder, "*.raw");
            watcher.Created += OnCreated;
            watcher.EnableRaisingEvents = true;
            _readers.Add(watcher);
        }
    }

    public string? RawOf(string preview)
    {
        var name = Path.GetFileNameWithoutExtension(preview);
        return _rawByName.TryGetValue(name, out var raw) ? raw : null; // expect: RACE#1
    }

    private void OnCreated(object sender, FileSystemEventArgs e)
    {
        var name = Path.GetFileNameWithoutExtension(e.FullPath);
        _rawByName[name] = e.FullPath; // expect: RACE#1
    }
}
