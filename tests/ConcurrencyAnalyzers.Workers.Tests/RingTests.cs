using System.Diagnostics;
using System.Runtime.InteropServices;
using ConcurrencyAnalyzers.Workers.Launch;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>Shared memory between a parent and its worker. Where the system has none, streams do all: see the last tests.</summary>
public sealed class RingTests : IDisposable
{
    private const int Capacity = 4096;

    private readonly nint _memory = NewMemory();

    public unsafe void Dispose() => NativeMemory.Free((void*)_memory);

    private static unsafe nint NewMemory() => (nint)NativeMemory.AllocZeroed(Ring.HeaderSize + Capacity);

    private unsafe Ring NewRing() => new((byte*)_memory, Capacity);

    [Fact]
    public async Task Bytes_cross_in_order_in_pieces_of_any_size()
    {
        if (!Futex.IsSupported)
            return;
        var (writer, reader) = (NewRing(), NewRing());
        var sent = new byte[3_000_000];
        new Random(1).NextBytes(sent);
        var writing = Task.Run(() =>
        {
            var random = new Random(2);
            for (var at = 0; at < sent.Length;)
            {
                var count = Math.Min(random.Next(1, 3 * Capacity), sent.Length - at);
                writer.Write(sent.AsSpan(at, count));
                at += count;
            }
        });
        var received = new byte[sent.Length];
        var sizes = new Random(3);
        for (var at = 0; at < received.Length;)
        {
            Assert.True(reader.WaitForBytes(inFull: sizes.Next(2) == 0));
            at += reader.Read(received.AsSpan(at, Math.Min(sizes.Next(1, 2 * Capacity), received.Length - at)));
        }
        await writing.Bounded();
        Assert.Equal(sent, received);
    }

    [Fact]
    public async Task A_reader_that_waits_is_woken_by_bytes_an_interruption_and_the_end()
    {
        if (!Futex.IsSupported)
            return;
        var (writer, reader) = (NewRing(), NewRing());
        var waits = Task.Run(() => reader.WaitForBytes(inFull: false));
        Thread.Sleep(20);
        Assert.False(waits.IsCompleted);
        writer.Write([1]);
        Assert.True(await waits.Bounded());
        Assert.Equal(1, reader.Read(new byte[8]));

        waits = Task.Run(() => reader.WaitForBytes(inFull: false));
        Thread.Sleep(20);
        reader.Interrupt();
        Assert.False(await waits.Bounded());

        waits = Task.Run(() => reader.WaitForBytes(inFull: false));
        Thread.Sleep(20);
        reader.Close();
        Assert.False(await waits.Bounded());
    }

    [Fact]
    public async Task A_writer_that_waits_for_room_is_ended_with_the_reader()
    {
        if (!Futex.IsSupported)
            return;
        var writer = NewRing();
        var writes = Task.Run(() => writer.Write(new byte[Capacity + 1]));
        Thread.Sleep(20);
        Assert.False(writes.IsCompleted);
        writer.Close();
        await Assert.ThrowsAsync<IOException>(() => writes.Bounded());
        Assert.Throws<IOException>(() => writer.Write([1]));
    }

    [Theory]
    [InlineData(Capacity + 1)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public unsafe void Positions_of_a_broken_peer_are_refused(long written)
    {
        var ring = NewRing();
        *(long*)_memory = written;
        Assert.Throws<InvalidDataException>(() => ring.Available);
        Assert.Throws<InvalidDataException>(() => ring.Read(new byte[16]));
        *(long*)(_memory + 64) = 5; // the reader ahead of the writer
        Assert.Throws<InvalidDataException>(() => ring.Room);
        Assert.Throws<InvalidDataException>(() => ring.Write([1]));
    }

    [Fact]
    public async Task Frames_of_every_size_cross_shared_memory_both_ways()
    {
        if (!Futex.IsSupported)
            return;
        using var listener = Transports.ByName(Transports.UnixSocket).Listen();
        var accept = Task.Run(() => listener.Accept(Environment.ProcessId, static () => true)!);
        var nearStream = Transports.ByName(Transports.UnixSocket).Connect(listener.Endpoint);
        var farStream = await accept.Bounded();
        Assert.True(SharedBlock.TryCreate(RingChannel.MemorySize, out var mine));
        Assert.True(SharedBlock.TryOpen(mine.Name, RingChannel.MemorySize, out var theirs));
        var parent = farStream.MoveTo(mine, asWorker: false);
        using var worker = nearStream.MoveTo(theirs, asWorker: true);

        int[] sizes = [0, 1, 17, 31_000, 33_000, 70_000, 3_000_000, 9_000_000, 5, 0];
        var sending = Task.Run(() =>
        {
            for (var i = 0; i < sizes.Length; i++)
            {
                var frame = new FrameBuffer();
                frame.WriteMemory<byte>(Bytes(sizes[i])); // long ones are read when they leave
                parent.Send(frame, FrameKind.Run, i);
                worker.Send(frame, FrameKind.Result, i);
            }
        });
        var answers = Task.Run(() =>
        {
            for (var i = 0; i < sizes.Length; i++)
            {
                Assert.True(parent.TryReceive(out var frame));
                Assert.Equal((FrameKind.Result, i), (frame.Kind, (int)frame.Id));
                Assert.True(frame.ToArray().AsSpan().SequenceEqual(Bytes(sizes[i])));
            }
        });
        for (var i = 0; i < sizes.Length;)
        {
            if (!worker.Jobs!.TryReadNow(out var frame))
            {
                worker.Jobs.Wait();
                continue;
            }
            Assert.Equal((FrameKind.Run, i), (frame.Kind, (int)frame.Id));
            Assert.True(frame.ToArray().AsSpan().SequenceEqual(Bytes(sizes[i])));
            i++;
        }
        await sending.Bounded();
        await answers.Bounded();

        worker.Dispose();
        Assert.False(parent.TryReceive(out _));
        Assert.Throws<IOException>(() => parent.Send(new FrameBuffer(), FrameKind.Run, 1));
        parent.Dispose();
    }

    [Fact]
    public async Task A_worker_that_damages_the_shared_memory_is_ended_and_named()
    {
        if (!Futex.IsSupported)
            return;
        // Both workers are up before the damage is done: how long a start takes is not what is waited for here.
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, WarmSpares = 1, StartTimeout = TimeSpan.FromMinutes(5) });
        await pool.WarmUpAsync();
        await Wait.UntilAsync(() => pool.GetStatistics().SpareWorkers == 1, "the spare");
        var e = await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.RunAsync(Scribble).Bounded());
        Assert.Equal(WorkerEnd.BrokeProtocol, e.End);
        Assert.Equal(4, await pool.RunAsync(Jobs.Double, 2).Bounded());
    }

    [Theory]
    [InlineData(RingChannel.Capacity + 1)]
    [InlineData(-1)]
    public async Task Damage_is_found_by_who_reads_and_not_by_who_asks_whether_there_is_more(long written)
    {
        if (!Futex.IsSupported)
            return;
        using var listener = Transports.ByName(Transports.UnixSocket).Listen();
        var accept = Task.Run(() => listener.Accept(Environment.ProcessId, static () => true)!);
        using var near = Transports.ByName(Transports.UnixSocket).Connect(listener.Endpoint);
        var far = await accept.Bounded();
        Assert.True(SharedBlock.TryCreate(RingChannel.MemorySize, out var memory));
        using var parent = far.MoveTo(memory, asWorker: false);
        Damage(memory, written);
        Assert.True(parent.HasMore);
        Assert.Throws<InvalidDataException>(() => parent.TryReceive(out _));
    }

    [Fact]
    public async Task Nothing_is_left_in_the_folder_of_shared_memory_even_while_workers_run()
    {
        if (!Futex.IsSupported)
            return;
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        var id = await pool.RunAsync(Jobs.ProcessId).Bounded();
        var maps = await File.ReadAllLinesAsync($"/proc/{id}/maps");
        var ours = maps.Where(Proc.IsShared).ToArray();
        Assert.NotEmpty(ours);
        Assert.All(ours, m => Assert.EndsWith("(deleted)", m, StringComparison.Ordinal));
    }

    [Fact]
    public unsafe void Memory_that_is_not_there_is_refused_and_not_touched()
    {
        // The system kills a process that touches a page of a file for which there is no room.
        if (!OperatingSystem.IsLinux())
            return;
        using var folder = new TempFolder();
        using var mount = Process.Start("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.Path]);
        mount.WaitForExit();
        if (mount.ExitCode != 0)
            return; // an ordinary user
        try
        {
            Assert.False(SharedBlock.TryCreateFile(folder.Path, RingChannel.MemorySize, out _));
            Assert.Empty(Directory.EnumerateFiles(folder.Path));
            Assert.True(SharedBlock.TryCreateFile(folder.Path, 64 * 1024, out var block));
            new Span<byte>(block.Start, (int)block.Size).Fill(1);
            block.Dispose();
        }
        finally
        {
            Process.Start("umount", folder.Path).WaitForExit();
        }
    }

    [Fact]
    public void A_block_that_is_gone_is_not_taken_for_the_one_that_has_its_place()
    {
        if (!OperatingSystem.IsLinux())
            return;
        static string PlaceOf(string name) => name.Split('#')[0];
        for (var trial = 0; trial < 1000; trial++)
        {
            var gone = SharedBlock.Create(4096);
            gone.Dispose();
            using var next = SharedBlock.Create(4096);
            if (PlaceOf(next.Name) != PlaceOf(gone.Name))
                continue; // another test was faster
            Assert.Throws<IOException>(() => SharedBlock.Open(gone.Name, 4096));
            using var same = SharedBlock.Open(next.Name, 4096);
            return;
        }
        Assert.Fail("No place was given to another block.");
    }

    [Fact]
    public async Task Without_shared_memory_a_pool_does_the_same_over_its_stream()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2, SharesMemory = false });
        var bytes = new byte[5_000_000];
        new Random(4).NextBytes(bytes);
        Assert.Equal(bytes, await pool.RunAsync(Jobs.Echo<byte[]>, bytes).Bounded());
        Assert.Equal(Enumerable.Range(0, 500).Select(i => 2 * i), await Task.WhenAll(Enumerable.Range(0, 500).Select(i => pool.RunAsync(Jobs.Double, i))).Bounded());
        using var file = new TempFile();
        using var cancel = new CancellationTokenSource();
        var waits = pool.RunAsync(Jobs.WaitForToken, file.Path, cancel.Token);
        await file.WrittenAsync();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits.Bounded());
        var id = await pool.RunAsync(Jobs.ProcessId).Bounded();
        Assert.DoesNotContain(await File.ReadAllLinesAsync($"/proc/{id}/maps"), Proc.IsShared);
    }

    [Fact]
    public async Task Workers_that_start_together_hold_nothing_of_each_other()
    {
        // What a sibling holds open keeps a dead worker's channel from ending, so that nobody notices its death.
        if (!OperatingSystem.IsLinux())
            return;
        var inherited = Proc.Descriptors(Environment.ProcessId); // of whoever started this process: not the pool's to close
        var others = Proc.Children();
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 6 });
        await pool.WarmUpAsync().Bounded();
        var workers = Proc.Children().Except(others).ToArray();
        Assert.True(workers.Length >= 6);
        var holders = new Dictionary<string, int>();
        foreach (var worker in workers)
        {
            foreach (var target in Proc.Descriptors(worker).Except(inherited))
                Assert.True(holders.TryAdd(target, worker) || holders[target] == worker, $"{target} is held by {worker} and {holders[target]}.");
        }
        Assert.True(holders.Count >= 6);
    }

    [Fact]
    public async Task A_large_and_a_small_job_to_one_worker_keep_their_order()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        var large = new byte[4_000_000];
        for (var round = 0; round < 20; round++)
        {
            var jobs = new List<Task<int>>();
            for (var i = 0; i < 10; i++)
            {
                jobs.Add(pool.RunAsync(static (byte[] b) => b.Length, large));
                jobs.AddRange(Enumerable.Range(0, 20).Select(n => pool.RunAsync(Jobs.Double, n)));
                jobs.Add(pool.RunAsync(static (byte[] b) => b.Length, new byte[40_000]));
            }
            await Task.WhenAll(jobs).Bounded();
        }
        Assert.Equal(0, pool.GetStatistics().LostWorkers);
    }

    [Fact]
    public void Damaged_frames_are_refused_within_the_bound_of_memory()
    {
        using var fuzz = new Benchmarks.FrameFuzz(seed: 7);
        fuzz.Run(150_000);
        Assert.InRange(fuzz.Refused, 50_000, 150_000);
    }

    [Fact]
    public void Random_tokens_are_random_and_compared_whole()
    {
        var seen = new HashSet<string>();
        var bits = new int[32 * 8];
        for (var i = 0; i < 2000; i++)
        {
            var token = Secrets.NewBytes(32);
            Assert.True(seen.Add(Convert.ToHexString(token)));
            for (var bit = 0; bit < bits.Length; bit++)
                bits[bit] += (token[bit / 8] >> (bit % 8)) & 1;
        }
        Assert.All(bits, b => Assert.InRange(b, 850, 1150)); // no bit stands still
        Assert.True(Secrets.AreEqual([1, 2], [1, 2]));
        Assert.False(Secrets.AreEqual([1, 2], [1, 3]));
        Assert.False(Secrets.AreEqual([1, 2], [1]));
    }

    // The position of the ring to the parent.
    private static unsafe void Damage(SharedBlock memory, long written) =>
        *(long*)(memory.Start + Ring.HeaderSize + RingChannel.Capacity) = written;

    private static byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        return bytes;
    }

    private static unsafe void Scribble()
    {
        // The positions of the ring to the parent, in the mapping of the shared memory.
        var map = File.ReadLines("/proc/self/maps").First(Proc.IsShared);
        var start = (byte*)Convert.ToUInt64(map.Split('-')[0], 16);
        var position = (ulong*)(start + Ring.HeaderSize + RingChannel.Capacity);
        new Thread(() =>
        {
            while (true)
                Volatile.Write(ref *position, 1UL << 40);
        }) { IsBackground = true }.Start();
        // Its reader looks when it is woken.
        while (true)
        {
            Console.WriteLine("wake up");
            Thread.Sleep(10);
        }
    }
}
