using System.Diagnostics;
using System.Globalization;
using System.IO.MemoryMappedFiles;
using System.IO.Pipes;

namespace ConcurrencyAnalyzers.Workers.Benchmarks;

/// <summary>
/// What there is to reach: two processes and nothing between them. A blocking ping-pong of 64 bytes over pipes; a copy
/// into a shared block by one and out of it, into an array that is there already, by the other.
/// </summary>
internal static unsafe class RawSystem
{
    private const int Message = 64;
    private const int Largest = 64 << 20;
    private const byte Ping = 0, CopyOut = 1, CopyIn = 2;

    public static void Run(HashSet<string> groups)
    {
        using var to = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        using var from = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        var path = Path.Combine("/dev/shm", "raw-" + Guid.NewGuid().ToString("N"));
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.CreateNew, null, Largest);
        var info = new ProcessStartInfo(Environment.ProcessPath!, ["raw-peer", to.GetClientHandleAsString(), from.GetClientHandleAsString(), path]);
        using var peer = Process.Start(info)!;
        try
        {
            Measure(groups, to, from, file);
        }
        finally
        {
            File.Delete(path);
            peer.Kill();
        }
    }

    private static void Measure(HashSet<string> groups, Stream to, Stream from, MemoryMappedFile file)
    {
        var message = new byte[Message];
        void Trip(byte kind, int size)
        {
            message[0] = kind;
            BitConverter.TryWriteBytes(message.AsSpan(4), size);
            to.Write(message);
            from.ReadExactly(message);
        }
        if (groups.Contains("trip"))
        {
            Figures.Repeat(5000, () => Trip(Ping, 0));
            var times = Figures.Repeat(5000, () => Trip(Ping, 0));
            Figures.Say("trip_p50", Figures.Percentile(times, 0.5) * 1e6);
            Figures.Say("trip_p99", Figures.Percentile(times, 0.99) * 1e6);
        }
        if (!groups.Contains("payload"))
            return;
        using var view = file.CreateViewAccessor();
        byte* shared = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref shared);
        var data = new byte[Largest];
        new Random(1).NextBytes(data);
        foreach (var (name, size, count) in ((string, int, int)[])[("1", 1 << 20, 60), ("64", Largest, 6)])
        {
            void In()
            {
                data.AsSpan(0, size).CopyTo(new Span<byte>(shared, size));
                Trip(CopyOut, size);
            }
            void Out()
            {
                Trip(CopyIn, size);
                new Span<byte>(shared, size).CopyTo(data);
            }
            Figures.Repeat(count, In);
            Figures.Say("in_" + name, size / 1e9 / Figures.Median(Figures.Repeat(count, In)));
            Figures.Repeat(count, Out);
            Figures.Say("out_" + name, size / 1e9 / Figures.Median(Figures.Repeat(count, Out)));
        }
    }

    public static void Answer(string input, string output, string path)
    {
        using var from = new AnonymousPipeClientStream(PipeDirection.In, input);
        using var to = new AnonymousPipeClientStream(PipeDirection.Out, output);
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open);
        using var view = file.CreateViewAccessor();
        byte* shared = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref shared);
        var data = new byte[Largest];
        data.AsSpan().Fill(1);
        var message = new byte[Message];
        while (from.ReadAtLeast(message, Message, throwOnEndOfStream: false) == Message)
        {
            var size = BitConverter.ToInt32(message, 4);
            if (message[0] == CopyOut)
                new Span<byte>(shared, size).CopyTo(data);
            else if (message[0] == CopyIn)
                data.AsSpan(0, size).CopyTo(new Span<byte>(shared, size));
            to.Write(message);
        }
    }
}
