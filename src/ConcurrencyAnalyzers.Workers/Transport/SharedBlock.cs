using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.MemoryMappedFiles;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// Memory that two processes see. It is a file without a name, so nothing is left behind however they end: its maker
/// removes the name at once, and the other opens it through the maker's table of open files. All of it is
/// reserved when it is made: a touch beyond what a small file system has left would end the process.
/// </summary>
internal sealed unsafe class SharedBlock : IDisposable
{
    private const string Folder = "/dev/shm";

    private readonly FileStream _file;
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private int _disposed;

    private SharedBlock(FileStream file, int size)
    {
        _file = file;
        Size = size;
        _map = MemoryMappedFile.CreateFromFile(file, null, size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        _view = _map.CreateViewAccessor(0, size);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        Start = start;
    }

    /// <summary>Valid until <see cref="Dispose"/>: who disposes makes sure that nobody is in it.</summary>
    public byte* Start { get; }

    public int Size { get; }

    /// <summary>The name under which another process of this user opens the block, while this one has it.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"/proc/{Environment.ProcessId}/fd/{(int)_file.SafeFileHandle.DangerousGetHandle()}");

    /// <summary>Makes a block of zeros. <see langword="false"/> where the system has no such memory, or not so much of it.</summary>
    public static bool TryCreate(int size, [NotNullWhen(true)] out SharedBlock? block) => TryCreate(size, Folder, out block);

    internal static bool TryCreate(int size, string folder, [NotNullWhen(true)] out SharedBlock? block)
    {
        block = null;
        if (!OperatingSystem.IsLinux() || !Directory.Exists(folder))
            return false;
        var path = Path.Combine(folder, "cw-" + Guid.NewGuid().ToString("N"));
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.ReadWrite | FileShare.Delete,
                PreallocationSize = size,
                BufferSize = 0,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            };
            return TryMap(() => new FileStream(path, options), size, out block);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Opens a block by its name. <see langword="false"/> where the system does not let us.</summary>
    public static bool TryOpen(string name, int size, [NotNullWhen(true)] out SharedBlock? block) =>
        TryMap(() => new FileStream(name, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 0), size, out block);

    private static bool TryMap(Func<FileStream> open, int size, [NotNullWhen(true)] out SharedBlock? block)
    {
        block = null;
        FileStream? file = null;
        try
        {
            file = open();
            if (file.Length < size)
                file.SetLength(size);
            block = new SharedBlock(file, size);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            file?.Dispose();
            return false;
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _map.Dispose();
        _file.Dispose();
    }
}
