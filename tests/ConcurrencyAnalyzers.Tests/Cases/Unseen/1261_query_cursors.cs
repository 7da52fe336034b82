using System;
using System.Collections.Generic;

namespace Warehousing.Olap;

public interface IOlapSession
{
    int Execute(string mdx);
    bool Fetch(int handle, out double cell);
    void Free(int handle);
}

public sealed class CursorDesk
{
    private readonly IOlapSession _session;
    private readonly Dictionary<int, string> _open = new();
    private int _opened;

    public CursorDesk(IOlapSession session) => _session = session;

    public string Status => $"{_open.Count} of {_opened} cursors open"; // expect: RACE?

    public OlapCursor Open(string mdx)
    {
        var handle = _session.Execute(mdx);
        _open.Add(handle, mdx); // expect: RACE#1
        _opened++;
        return new OlapCursor(this, handle);
    }

    public bool Fetch(int handle, out double cell) => _session.Fetch(handle, out cell);

    public void Forget(int handle)
    {
        if (_open.Remove(handle)) // expect: RACE#1
        {
            _session.Free(handle);
        }
    }
}

public sealed class OlapCursor : IDisposable
{
    private readonly CursorDesk _desk;
    private readonly int _handle;

    public OlapCursor(CursorDesk desk, int handle) => (_desk, _handle) = (desk, handle);

    ~OlapCursor() => _desk.Forget(_handle);

    public bool Next(out double cell) => _desk.Fetch(_handle, out cell);

    public void Dispose()
    {
        _desk.Forget(_handle);
        GC.SuppressFinalize(this);
    }
}

public static class CubeReport
{
    public static void Print(IOlapSession session, IEnumerable<string> queries)
    {
        var desk = new CursorDesk(session);
        foreach (var mdx in queries)
        {
            var cursor = desk.Open(mdx);
            Console.WriteLine(cursor.Next(out var cell) ? $"{cell:0.00}" : "-");
        }
        Console.WriteLine(desk.Status);
    }
}
