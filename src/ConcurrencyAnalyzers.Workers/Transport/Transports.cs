namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>The carriers by name, as the parent tells them to its worker.</summary>
internal static class Transports
{
    public const string UnixSocket = "unix";
    public const string NamedPipe = "pipe";

    public static string Default => OperatingSystem.IsWindows() ? NamedPipe : UnixSocket;

    public static ITransport ByName(string name) => name switch
    {
        UnixSocket when OperatingSystem.IsLinux() => new LocalSocketTransport(),
        UnixSocket => new UnixSocketTransport(),
        NamedPipe => new NamedPipeTransport(),
        _ => throw new InvalidDataException($"Unknown transport '{name}'."),
    };
}
