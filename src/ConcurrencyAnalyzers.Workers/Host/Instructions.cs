using System.Text;
using ConcurrencyAnalyzers.Workers.Launch;
using Microsoft.Win32.SafeHandles;

namespace ConcurrencyAnalyzers.Workers.Host;

/// <summary>What a worker is told on its standard input, a line each: where to call back and how.</summary>
internal sealed record Instructions(string Transport, string Endpoint, string Token, string MemoryName)
{
    private const int Lines = 4;

    /// <summary><see langword="null"/>: the parent died before it could say where to call.</summary>
    public static Instructions? Read() =>
        ReadLines() is [var transport, var endpoint, var token, var memory, ..] ? new Instructions(transport, endpoint, token, memory) : null;

    // Nothing follows before the worker has called, so nothing is read that belongs to somebody else.
    private static string[] ReadLines()
    {
        var read = new byte[1024];
        var length = 0;
        using var pipe = OperatingSystem.IsLinux() ? new SafeFileHandle(0, ownsHandle: false) : null; // one of a pipe is in a library of its own
        using var stream = pipe is null ? Console.OpenStandardInput() : null;
        while (read.AsSpan(0, length).Count((byte)'\n') < Lines)
        {
            if (length == read.Length)
                Array.Resize(ref read, 2 * length);
            var free = read.AsSpan(length);
            var count = pipe is null ? stream!.Read(free) : SystemPipe.Read(pipe, free);
            if (count == 0)
                return [];
            length += count;
        }
        return Encoding.UTF8.GetString(read, 0, length).Split('\n');
    }
}
