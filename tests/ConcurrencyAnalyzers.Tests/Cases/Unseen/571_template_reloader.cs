// A watcher collects changed paths into a list that a flush timer takes away.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace Cases.U571;

public interface ITemplateCompiler
{
    void Compile(string path);
}

public sealed class TemplateReloader : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly ITemplateCompiler _compiler;
    private readonly Timer _flush;
    private List<string> _pending = new();

    public TemplateReloader(string root, ITemplateCompiler compiler)
    {
        _compiler = compiler;
        _watcher = new FileSystemWatcher(root, "*.tmpl") { IncludeSubdirectories = true };
        _watcher.Changed += OnChanged;
        _watcher.Created += OnChanged;
        _flush = new Timer(_ => Flush(), null, TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(500));
        _watcher.EnableRaisingEvents = true;
    }

    private void OnChanged(object sender, FileSystemEventArgs e)
    {
        if (Path.GetFileName(e.FullPath).StartsWith('.'))
        {
            return;
        }

        _pending.Add(e.FullPath); // expect: RACE#1
    }

    private void Flush()
    {
        var batch = _pending; // expect: RACE#1
        if (batch.Count == 0) // expect: RACE?
        {
            return;
        }

        _pending = new List<string>(); // expect: RACE#1
        foreach (var path in batch.Distinct(StringComparer.OrdinalIgnoreCase)) // expect: RACE?
        {
            _compiler.Compile(path);
        }
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _flush.Dispose();
    }
}
