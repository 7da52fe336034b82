namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>Where sockets in the file system are: each in a directory that only this user can enter, removed once the worker has called.</summary>
internal static class SocketFolder
{
    // The address has room for 104 bytes on macOS and 108 on Linux.
    private const int LongestPath = 100;

    /// <summary>A path for one socket.</summary>
    public static string NewEndpoint() => Path.Combine(CreatePrivateDirectory().FullName, "s");

    /// <summary>Removes the socket and its directory.</summary>
    public static void Remove(string endpoint)
    {
        try
        {
            File.Delete(endpoint);
            Directory.Delete(Path.GetDirectoryName(endpoint)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The other side was faster.
        }
    }

    /// <summary>Where the system tells who is calling, believe it over the token. (Zero: a process of another pid namespace.)</summary>
    public static void CheckPeer(int caller, int expectedProcessId)
    {
        if (caller != 0 && caller != expectedProcessId)
            throw new InvalidDataException($"Process {caller} connected where worker process {expectedProcessId} was expected.");
    }

    private static DirectoryInfo CreatePrivateDirectory()
    {
        var directory = Directory.CreateTempSubdirectory("cw-"); // mode 0700
        if (directory.FullName.Length + 2 <= LongestPath || OperatingSystem.IsWindows())
            return directory;
        directory.Delete();
        return Directory.CreateDirectory(
            Path.Combine("/tmp", "cw-" + Path.GetRandomFileName()),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
