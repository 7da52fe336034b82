using System.Buffers.Binary;
using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Host;
using ConcurrencyAnalyzers.Workers.Launch;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Tests;

public sealed class TransportTests
{
    [Theory]
    [InlineData(Transports.UnixSocket)]
    [InlineData(Transports.NamedPipe)]
    public async Task Frames_of_every_size_cross_in_order(string transport)
    {
        using var listener = Transports.ByName(transport).Listen();
        var accept = Task.Run(() => listener.Accept(Environment.ProcessId, static () => true)!);
        using var near = Transports.ByName(transport).Connect(listener.Endpoint);
        using var far = await accept.Bounded();
        int[] sizes = [0, 1, 15, 16, 17, 16_384, 100_000, 5_000_000, 3, 0];
        var sending = Task.Run(() =>
        {
            for (var i = 0; i < sizes.Length; i++)
                near.Send(Bytes(sizes[i], i));
        });
        for (var i = 0; i < sizes.Length; i++)
        {
            Assert.True(far.TryReceive(out var frame));
            Assert.Equal(FrameKind.Result, frame.Kind);
            Assert.Equal(i, frame.Id);
            Assert.True(frame.ToArray().AsSpan().SequenceEqual(Bytes(sizes[i], i).AsSpan(Frame.HeaderSize)));
        }
        await sending.Bounded();
        near.Dispose();
        Assert.False(far.TryReceive(out _));
    }

    [Theory]
    [InlineData(Transports.UnixSocket)]
    [InlineData(Transports.NamedPipe)]
    public async Task A_worker_starts_over_each_transport(string transport)
    {
        var started = await WorkerLauncher.StartAsync(new WorkerLaunchOptions { Transport = transport }, CancellationToken.None).Bounded();
        started.Channel.Dispose();
        Assert.True(started.Process.WaitForExit(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task A_worker_that_does_not_call_back_is_given_up()
    {
        var options = new WorkerLaunchOptions { StartTimeout = TimeSpan.FromMilliseconds(1) };
        await Assert.ThrowsAsync<WorkerStartException>(() => WorkerLauncher.StartAsync(options, CancellationToken.None).Bounded());
    }

    [Fact]
    public async Task A_call_from_another_process_is_turned_away()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var listener = Transports.ByName(Transports.UnixSocket).Listen();
        var accept = Task.Run(() => listener.Accept(Environment.ProcessId + 1, static () => true)!);
        using var near = Transports.ByName(Transports.UnixSocket).Connect(listener.Endpoint);
        await Assert.ThrowsAsync<InvalidDataException>(() => accept.Bounded());
    }

    [Theory]
    [InlineData(Transports.UnixSocket)]
    [InlineData(Transports.NamedPipe)]
    public void A_wait_without_hope_ends(string transport)
    {
        using var listener = Transports.ByName(transport).Listen();
        var looks = 0;
        Assert.Null(listener.Accept(Environment.ProcessId, () => ++looks < 3));
        Assert.Equal(3, looks);
    }

    [Fact]
    public void A_wait_that_fails_says_why()
    {
        var listener = Transports.ByName(Transports.NamedPipe).Listen();
        var e = Record.Exception(() => listener.Accept(Environment.ProcessId, () =>
        {
            listener.Dispose();
            return true;
        }));
        Assert.NotNull(e);
        Assert.IsNotType<AggregateException>(e);
    }

    [Fact]
    public void Sealed_memory_is_asked_of_the_system_where_nobody_tells_what_is_left()
    {
        const long Size = 64L * 1024 * 1024;
        using var machine = new TempFile();
        using var limit = new TempFile();
        Assert.True(SealedMemory.HasRoomFor(Size, machine.Path, limit.Path));
        File.WriteAllText(machine.Path, "MemTotal: 99999999 kB\nMemAvailable:   65536 kB\n");
        Assert.True(SealedMemory.HasRoomFor(Size, machine.Path, limit.Path));
        Assert.False(SealedMemory.HasRoomFor(Size + 1, machine.Path, limit.Path));
        File.WriteAllText(limit.Path, "max\n");
        Assert.True(SealedMemory.HasRoomFor(Size, machine.Path, limit.Path));
        File.WriteAllText(limit.Path, "60000000\n");
        Assert.False(SealedMemory.HasRoomFor(Size, machine.Path, limit.Path));
    }

    [Fact]
    public async Task The_base_library_s_sockets_carry_frames_too()
    {
        if (OperatingSystem.IsWindows())
            return;
        var transport = new UnixSocketTransport(); // what other systems than Linux have
        using var listener = transport.Listen();
        var accept = Task.Run(() => listener.Accept(Environment.ProcessId, static () => true)!);
        using var near = transport.Connect(listener.Endpoint);
        using var far = await accept.Bounded();
        near.Send(Bytes(1000, 7));
        Assert.True(far.TryReceive(out var frame));
        Assert.Equal(7, frame.Id);
    }

    [Fact]
    public async Task Closing_a_socket_ends_the_reads_of_both_sides()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var listener = Transports.ByName(Transports.UnixSocket).Listen();
        var accept = Task.Run(() => listener.Accept(Environment.ProcessId, static () => true)!);
        var near = Transports.ByName(Transports.UnixSocket).Connect(listener.Endpoint);
        using var far = await accept.Bounded();
        Task<bool>[] reads = [Task.Run(() => near.TryReceive(out _)), Task.Run(() => far.TryReceive(out _))];
        await Task.Delay(50);
        near.Dispose();
        Assert.All(await Task.WhenAll(reads).Bounded(), Assert.False);
        Assert.Throws<IOException>(() => far.Send(Bytes(10, 1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00FF1a")]
    [InlineData("0")]
    [InlineData("0G")]
    public void A_token_is_read_as_it_is_written(string text)
    {
        if (text.Length == 0)
            Assert.Equal([0, 255, 26, 16], Hex.Decode(Hex.Encode([0, 255, 26, 16])));
        else
            Assert.Throws<InvalidDataException>(() => Hex.Decode(text));
    }

    [Fact]
    public void The_end_point_is_open_to_this_user_only_and_leaves_nothing_behind()
    {
        if (OperatingSystem.IsWindows())
            return;
        string directory;
        using (var listener = Transports.ByName(Transports.UnixSocket).Listen())
        {
            directory = Path.GetDirectoryName(listener.Endpoint)!;
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(listener.Endpoint));
        }
        Assert.False(Directory.Exists(directory));
    }

    [Fact]
    public void A_greeting_with_another_token_or_version_is_refused()
    {
        var token = new byte[Handshake.TokenSize];
        var buffer = new FrameBuffer();
        Handshake.WriteHello(buffer, token, sharesMemory: true);
        var hello = buffer.Seal(FrameKind.Hello, 0)[Frame.HeaderSize..].ToArray();
        Assert.True(Handshake.CheckHello(new Frame(FrameKind.Hello, 0, hello), token));
        for (var i = 0; i < hello.Length; i++)
        {
            var changed = (byte[])hello.Clone();
            changed[i] ^= 1;
            Assert.Throws<InvalidDataException>(() => Handshake.CheckHello(new Frame(FrameKind.Hello, 0, changed), token));
        }
        Assert.Throws<InvalidDataException>(() => Handshake.CheckHello(new Frame(FrameKind.Result, 0, hello), token));
        Assert.Throws<InvalidDataException>(() => Handshake.CheckHello(new Frame(FrameKind.Hello, 0, hello.AsSpan(0, 10)), token));
    }

    [Fact]
    public void Another_build_of_the_method_s_assembly_is_refused_and_not_run()
    {
        var method = ((Func<int, int>)Jobs.Double).Method;
        var reference = MethodReference.Encode(method);
        Assert.Equal(method, MethodReference.Resolve(reference));
        var at = reference.AsSpan().IndexOf(method.Module.ModuleVersionId.ToByteArray());
        reference[at] ^= 1;
        var e = Assert.Throws<WorkerException>(() => MethodReference.Resolve(reference));
        Assert.Contains("another build", e.Message, StringComparison.Ordinal);
        Assert.Contains(method.Module.Assembly.Location, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_length_is_not_believed_before_its_bytes_arrive()
    {
        var header = new byte[Frame.HeaderSize + FrameReader.Head]; // and the least that a frame begins with
        Frame.WriteHeader(header, FrameKind.Result, 1, Frame.MaxPayload);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var channel = new StreamChannel(new MemoryStream(header));
        Assert.True(channel.TryReceive(out var frame));
        try
        {
            frame.ToArray();
            Assert.Fail("Bytes came from nowhere.");
        }
        catch (PeerGoneException)
        {
            // Their end came first.
        }
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 5_000_000);

        BinaryPrimitives.WriteInt32LittleEndian(header, Frame.MaxPayload + 1);
        Assert.Throws<InvalidDataException>(() => { new StreamChannel(new MemoryStream(header)).TryReceive(out _); });
        BinaryPrimitives.WriteInt32LittleEndian(header, -1);
        Assert.Throws<InvalidDataException>(() => { new StreamChannel(new MemoryStream(header)).TryReceive(out _); });
    }

    [Fact]
    public void Damaged_bytes_are_a_clean_refusal_everywhere()
    {
        var random = new Random(11);
        var buffer = new FrameBuffer();
        RemoteError.Write(buffer, new InvalidOperationException("outer", new AggregateException(new FormatException("a"), new TimeoutException("b"))));
        var good = buffer.Seal(FrameKind.Failure, 1).ToArray();
        for (var round = 0; round < 200_000; round++)
        {
            var bytes = (byte[])good.Clone();
            for (var change = random.Next(1, 4); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var length = random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length;
            Decode(bytes.AsSpan(0, length).ToArray());
        }
    }

    private static void Decode(byte[] bytes)
    {
        try
        {
            using var channel = new StreamChannel(new MemoryStream(bytes));
            while (channel.TryReceive(out var frame))
                Assert.NotNull(RemoteError.Read(new PayloadReader(frame)));
        }
        catch (Exception e) when (e is InvalidDataException or PeerGoneException)
        {
            // All that damaged bytes may cause.
        }
    }

    private static byte[] Bytes(int size, int id)
    {
        var buffer = new FrameBuffer();
        var payload = new byte[size];
        new Random(size).NextBytes(payload);
        buffer.WriteBytes(payload);
        return buffer.Seal(FrameKind.Result, id).ToArray();
    }
}
