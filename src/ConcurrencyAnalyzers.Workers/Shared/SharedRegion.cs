using System.Globalization;
using System.IO.MemoryMappedFiles;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Shared;

/// <summary>
/// Memory that several processes of this user see. On Linux it is a file whose name is gone before anybody can see it; others
/// open it through its maker's table of open files, so nothing is left behind however processes end. Elsewhere it has a name that
/// cannot be guessed. All of it is reserved when it is made: a touch of a page that a small file system
/// cannot give would end the process.
/// </summary>
internal sealed unsafe class SharedRegion : IDisposable
{
    private const string MemoryFolder = "/dev/shm";
    private const string WindowsPrefix = "Local\\cw-";

    private readonly FileStream? _file;
    private readonly string? _path;
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private int _disposed;

    private SharedRegion(FileStream? file, string? path, MemoryMappedFile map, string name, long size)
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

    /// <summary>The first byte. Throws <see cref="ObjectDisposedException"/> once the region is gone.</summary>
    public byte* Start
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed != 0, this);
            return _start;
        }
    }

    public long Size { get; }

    /// <summary>Where another process of this user finds the region while this one has it.</summary>
    public string Name { get; }

    /// <summary>Makes a region of zeros. Throws <see cref="IOException"/> when the system has not so much left.</summary>
    public static SharedRegion Create(long size)
    {
        var random = "cw-" + Convert.ToHexString(Secrets.NewBytes(16));
        if (OperatingSystem.IsWindows())
        {
            var name = WindowsPrefix + random;
            return new SharedRegion(null, null, MemoryMappedFile.CreateNew(name, size), name, size);
        }
        var inMemory = Path.Combine(MemoryFolder, random);
        var onDisk = Path.Combine(Path.GetTempPath(), random);
        try
        {
            return CreateFile(Directory.Exists(MemoryFolder) ? inMemory : onDisk, size);
        }
        catch (IOException) when (Directory.Exists(MemoryFolder))
        {
            return CreateFile(onDisk, size); // containers often give shared memory 64 MB only
        }
    }

    /// <summary>Opens a region of another process. Throws <see cref="IOException"/> when it is gone.</summary>
    public static SharedRegion Open(string name, long size)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                return new SharedRegion(null, null, MemoryMappedFile.OpenExisting(name), name, size);
            var file = new FileStream(name, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 0);
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
    ~SharedRegion()
    {
        if (_disposed != 0 || _start is null)
            return;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        if (_path is not null)
            File.Delete(_path);
    }

    private static SharedRegion CreateFile(string path, long size)
    {
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
        var file = new FileStream(path, options);
        var named = !OperatingSystem.IsLinux();
        try
        {
            if (file.Length < size)
                file.SetLength(size);
            var name = named ? path : string.Create(CultureInfo.InvariantCulture, $"/proc/{Environment.ProcessId}/fd/{(int)file.SafeFileHandle.DangerousGetHandle()}");
            return Map(file, named ? path : null, name, size);
        }
        catch
        {
            file.Dispose();
            if (named)
                File.Delete(path);
            throw;
        }
        finally
        {
            if (!named)
                File.Delete(path);
        }
    }

    private static SharedRegion Map(FileStream file, string? path, string name, long size)
    {
        try
        {
            var map = MemoryMappedFile.CreateFromFile(file, null, size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
            return new SharedRegion(file, path, map, name, size);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
