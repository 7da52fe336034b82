using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Warehousing.Cubes;

public interface ICubeSession
{
    int Execute(string mdx);
    bool Fetch(int handle, out double cell);
    void Free(int handle);
}

public sealed class CursorShelf
{
    private readonly ICubeSession _session;
    private readonly Dictionary<int, string> _open = new();
    private readonly ConcurrentQueue<int> _orphans = new();
    private int _opened;

    public CursorShelf(ICubeSession session) => _session = session;

    public string Status => $"{_open.Count} of {_opened} cursors open";

    public CubeCursor Open(string mdx)
    {
        while (_orphans.TryDequeue(out var orphan))
        {
            Close(orphan);
        }
        var handle = _session.Execute(mdx);
        _open.Add(handle, mdx);
        _opened++;
        return new CubeCursor(this, handle);
    }

    public bool Fetch(int handle, out double cell) => _session.Fetch(handle, out cell);

    public void Close(int handle)
    {
        if (_open.Remove(handle))
        {
            _session.Free(handle);
        }
    }

    public void Abandon(int handle) => _orphans.Enqueue(handle);
}

public sealed class CubeCursor : IDisposable
{
    private readonly CursorShelf _shelf;
    private readonly int _handle;

    public CubeCursor(CursorShelf shelf, int handle) => (_shelf, _handle) = (shelf, handle);

    ~CubeCursor() => _shelf.Abandon(_handle);

    public bool Next(out double cell) => _shelf.Fetch(_handle, out cell);

    public void Dispose()
    {
        _shelf.Close(_handle);
        GC.SuppressFinalize(this);
    }
}

public static class CubeListing
{
    public static void Print(ICubeSession session, IEnumerable<string> queries)
    {
        var shelf = new CursorShelf(session);
        foreach (var mdx in queries)
        {
            var cursor = shelf.Open(mdx);
            Console.WriteLine(cursor.Next(out var cell) ? $"{cell:0.00}" : "-");
            GC.KeepAlive(cursor);
        }
        Console.WriteLine(shelf.Status);
    }
}
