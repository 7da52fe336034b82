// Measures a folder on a second thread while the caller lists the top level.
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Cases.U579;

public sealed record FolderReport(string Root, IReadOnlyList<string> TopLevel, int Files, long Bytes);

public sealed class FolderSizer
{
    private readonly string _root;
    private int _files;
    private long _bytes;

    public FolderSizer(string root) => _root = root;

    public FolderReport Measure()
    {
        var walker = new Thread(WalkAll) { Name = "folder-walker" };
        walker.Start();

        var topLevel = new List<string>();
        foreach (var directory in Directory.EnumerateDirectories(_root))
        {
            topLevel.Add(Path.GetFileName(directory));
        }

        topLevel.Sort();
        var report = new FolderReport(_root, topLevel, _files, _bytes); // expect: RACE
        walker.Join();
        return report;
    }

    private void WalkAll()
    {
        var open = new Stack<string>();
        open.Push(_root);
        while (open.Count > 0)
        {
            var current = open.Pop();
            foreach (var child in Directory.EnumerateDirectories(current))
            {
                open.Push(child);
            }

            foreach (var file in new DirectoryInfo(current).EnumerateFiles())
            {
                _files++; // expect: RACE?
                _bytes += file.Length; // expect: RACE?
            }
        }
    }
}
