// Wraps a native brush and knows how many of them are alive; forgotten brushes are released by the collector. difficulty: hard
using System;

namespace Menagerie.M1379;

public sealed class NativeBrush : IDisposable
{
    private static int s_alive;
    private readonly Action<nint> _release;
    private nint _handle;

    public NativeBrush(nint handle, Action<nint> release)
    {
        _handle = handle;
        _release = release;
        s_alive++; // expect: RACE#1
    }

    ~NativeBrush() => Free();

    public static int Alive => s_alive; // expect: RACE#1

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_handle != 0)
        {
            _release(_handle);
            _handle = 0;
            s_alive--; // expect: RACE#1
        }
    }
}
