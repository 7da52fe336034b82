using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.MemoryMappedFiles;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// Memory that several processes of this user see. On Linux it has no name, so nothing is left behind however processes end:
/// others open it through its maker's table of open files. Where the system can, its size is sealed (<see cref="SealedMemory"/>);
/// where it cannot, it is a file whose name is gone at once, and a process that opens it and cuts it short ends all that touch it.
/// Elsewhere it has a name that cannot be guessed. All of it is reserved when it is made: a touch beyond what a small
/// file system has left would end the process, too.
/// </summary>
internal sealed unsafe class SharedBlock : IDisposable
{
    private const string MemoryFolder = "/dev/shm";
    private const char Mark = '#';
    private const string WindowsPrefix = "Local\\";

    private readonly FileStream? _file;
    private readonly string? _path;
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private int _disposed;

    private SharedBlock(FileStream? file, string? path, MemoryMappedFile map, string name, long size)
    {
        _file = file;
        _path = path;
        _map = map;
        _view = map.CreateViewAccessor(0, size);
        Size = size;
        Name = name;
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _start = start;
    }

    /// <summary>The first byte; valid until <see cref="Dispose"/>, then <see cref="ObjectDisposedException"/>.</summary>
    public byte* Start
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed != 0, this);
            return _start;
        }
    }

    public long Size { get; }

    /// <summary>Where another process of this user finds the block while this one has it.</summary>
    public string Name { get; }

    /// <summary>Makes a block of zeros, in memory or else on disk. Throws <see cref="IOException"/> when the system has not so much left.</summary>
    public static SharedBlock Create(long size)
    {
        if (OperatingSystem.IsWindows())
        {
            var name = WindowsPrefix + NewName();
            return new SharedBlock(null, null, MemoryMappedFile.CreateNew(name, size), name, size);
        }
        // Containers often give shared memory 64 MB only.
        return TryCreate(size, out var block) ? block : CreateFile(Path.GetTempPath(), size);
    }

    /// <summary>Makes a block of zeros in memory. <see langword="false"/> where the system has no such memory, or not so much of it.</summary>
    public static bool TryCreate(long size, [NotNullWhen(true)] out SharedBlock? block)
    {
        block = null;
        if (!OperatingSystem.IsLinux() || !SealedMemory.HasRoomFor(size))
            return false;
        var mark = NewName();
        if (SealedMemory.TryCreate(mark, size) is not { } file)
            return TryCreateFile(MemoryFolder, size, out block);
        block = Map(file, null, NameOf(file, mark), size);
        return true;
    }

    /// <summary>The way without sealed memory.</summary>
    internal static bool TryCreateFile(string folder, long size, [NotNullWhen(true)] out SharedBlock? block)
    {
        block = null;
        if (!Directory.Exists(folder))
            return false;
        try
        {
            block = CreateFile(folder, size);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Opens a block by its name. <see langword="false"/> where the system does not let us.</summary>
    public static bool TryOpen(string name, long size, [NotNullWhen(true)] out SharedBlock? block)
    {
        block = null;
        try
        {
            block = Open(name, size);
            return true;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Opens a block of another process. Throws <see cref="IOException"/> when it is gone.</summary>
    public static SharedBlock Open(string name, long size)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                return new SharedBlock(null, null, MemoryMappedFile.OpenExisting(name), name, size);
            var end = OperatingSystem.IsLinux() ? name.LastIndexOf(Mark) : -1;
            var file = new FileStream(end < 0 ? name : name[..end], FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 0);
            if (end >= 0 && !IsCalled(file, name[(end + 1)..]))
            {
                file.Dispose();
                throw new IOException("The block was closed, and another file has its place.");
            }
            if (file.Length >= size)
                return Map(file, null, name, size);
            file.Dispose();
            throw new InvalidDataException($"A shared memory block of {size} bytes was announced and is smaller.");
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _map.Dispose();
        _file?.Dispose();
        if (_path is not null)
            File.Delete(_path);
        GC.SuppressFinalize(this);
    }

    // The pointer counts as a use of the view, so without this the view would never go by itself.
    ~SharedBlock()
    {
        if (_disposed != 0 || _start is null)
            return;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        if (_path is not null)
            File.Delete(_path);
    }

    private static string NewName() => "cw-" + Hex.Encode(Secrets.NewBytes(16));

    // A place in the table goes to the next file that is opened once the block is closed: the mark tells them apart.
    private static string NameOf(FileStream file, string mark) => PlaceOf(file, Environment.ProcessId) + Mark + mark;

    private static string PlaceOf(FileStream file, int process) =>
        string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/fd/{(int)file.SafeFileHandle.DangerousGetHandle()}");

    private static bool IsCalled(FileStream file, string mark) =>
        new FileInfo(PlaceOf(file, Environment.ProcessId)).LinkTarget?.Contains(mark, StringComparison.Ordinal) == true;

    private static SharedBlock CreateFile(string folder, long size)
    {
        var mark = NewName();
        var path = Path.Combine(folder, mark);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            PreallocationSize = size,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options); // removes itself what it cannot make whole
        var keepsName = !OperatingSystem.IsLinux();
        SharedBlock? block = null;
        try
        {
            if (file.Length < size)
                file.SetLength(size);
            return block = Map(file, keepsName ? path : null, keepsName ? path : NameOf(file, mark), size);
        }
        finally
        {
            if (block is null)
                file.Dispose();
            if (block is null || !keepsName)
                File.Delete(path);
        }
    }

    private static SharedBlock Map(FileStream file, string? path, string name, long size)
    {
        try
        {
            var map = MemoryMappedFile.CreateFromFile(file, null, size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
            return new SharedBlock(file, path, map, name, size);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
