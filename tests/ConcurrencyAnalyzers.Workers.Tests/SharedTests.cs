using System.Diagnostics;
using ConcurrencyAnalyzers.Workers.Ports;
using ConcurrencyAnalyzers.Workers.Shared;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Tests;

public sealed class SharedTests
{
    private static WorkerPool Pool => WorkerPool.Shared;

    [Fact]
    public async Task Both_sides_see_the_same_bytes()
    {
        using var buffer = new SharedBuffer<int>(1000);
        buffer[5] = 7;
        Assert.Equal(7, await Pool.RunAsync(static (SharedBuffer<int> b) => b[5], buffer).Bounded());
        await Pool.RunAsync(static (SharedBuffer<int> b, int from) => b.Span[from..].Fill(3), buffer, 900).Bounded();
        Assert.Equal([0, 3], [buffer[899], buffer[900]]);
        Assert.True(buffer.Memory.Span[900..].IndexOfAnyExcept(3) < 0);
    }

    [Fact]
    public async Task A_job_sees_what_changes_while_it_runs()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        using var buffer = new SharedBuffer<int>(2);
        var job = pool.RunAsync(AnswerInPlace, buffer);
        for (var i = 1; i <= 20; i++)
        {
            Volatile.Write(ref buffer[0], i);
            await Wait.UntilAsync(() => Volatile.Read(ref buffer[1]) == i, "the answer");
        }
        Volatile.Write(ref buffer[0], -1);
        await job.Bounded();
    }

    [Fact]
    public async Task A_thread_keeps_nothing_of_what_it_has_written()
    {
        using var buffer = new SharedBuffer<int>(2);
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        Assert.Same(buffer, await pool.RunAsync(static (SharedBuffer<int> b) => b, buffer).Bounded());
        Assert.True(await pool.RunAsync(static () => SentObjects.Take() is null).Bounded());
    }

    [Fact]
    public void What_cannot_be_written_whole_is_not_kept_either()
    {
        using var buffer = new SharedBuffer<int>(2);
        var line = new ChannelPortLine(null!, FrameKind.PortToJob, 1);
        Assert.Throws<NotSupportedException>(() => line.Send(buffer, static (_, b) =>
        {
            SentObjects.Note(b);
            throw new NotSupportedException();
        }));
        Assert.Null(SentObjects.Take());
    }

    [Fact]
    public async Task It_travels_inside_of_an_argument_and_comes_back_as_itself()
    {
        using var buffer = new SharedBuffer<double>(3);
        var back = await Pool.RunAsync(static (Part part) => { part.Data[part.Index] = 1.5; return part.Data; }, new Part(buffer, 2)).Bounded();
        Assert.Same(buffer, back);
        Assert.Equal([0, 0, 1.5], buffer.Span.ToArray());
    }

    [Fact]
    public async Task Structures_and_an_empty_block_are_shared_too()
    {
        using var points = new SharedBuffer<(short, Guid)>(2);
        var id = Guid.NewGuid();
        await Pool.RunAsync(static (SharedBuffer<(short, Guid)> b, Guid id) => { b[1] = (4, id); }, points, id).Bounded();
        Assert.Equal((4, id), points[1]);
        using var empty = new SharedBuffer<byte>(0);
        Assert.Equal(0, await Pool.RunAsync(static (SharedBuffer<byte> b) => b.Span.Length, empty).Bounded());
    }

    [Fact]
    public async Task A_worker_opens_a_block_once_and_lets_go_of_it_after_its_end()
    {
        if (!OperatingSystem.IsLinux())
            return;
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        using var probe = new SharedBuffer<byte>(1);
        var before = await pool.RunAsync(Mappings, probe).Bounded();
        var buffer = new SharedBuffer<byte>(64 * 1024 * 1024);
        for (var i = 0; i < 5; i++)
            Assert.Equal(before + 1, await pool.RunAsync(Mappings, buffer).Bounded());
        buffer.Dispose();
        var left = int.MaxValue;
        for (var i = 0; i < 100 && left > before; i++)
        {
            await Task.Delay(20);
            left = await pool.RunAsync(Mappings, probe).Bounded();
        }
        Assert.Equal(before, left);
    }

    [Fact]
    public async Task The_end_of_a_block_wakes_the_workers_that_have_it_and_no_others()
    {
        if (!OperatingSystem.IsLinux())
            return;
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        var buffer = new SharedBuffer<byte>(1);
        var id = await pool.RunAsync(static (SharedBuffer<byte> _) => Environment.ProcessId, buffer).Bounded();
        var waits = await AtRestAsync(id);
        new SharedBuffer<byte>(1).Dispose();
        Assert.Equal(waits, await AtRestAsync(id));
        buffer.Dispose();
        await Wait.UntilAsync(() => Proc.Waits(id, "worker channel") > waits, "the worker to hear of it");
    }

    [Fact]
    public async Task A_block_that_came_through_a_channel_is_let_go_too()
    {
        if (!OperatingSystem.IsLinux())
            return;
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        var buffer = new SharedBuffer<byte>(1);
        var channel = System.Threading.Channels.Channel.CreateUnbounded<SharedBuffer<byte>>();
        channel.Writer.TryWrite(buffer);
        var id = await pool.RunAsync(ReadOneAsync, channel.Reader).Bounded();
        var waits = await AtRestAsync(id);
        buffer.Dispose();
        await Wait.UntilAsync(() => Proc.Waits(id, "worker channel") > waits, "the worker to hear of it");
    }

    [Fact]
    public async Task Nothing_is_left_in_the_file_system_at_any_time()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var buffer = new SharedBuffer<byte>(100);
        await Pool.RunAsync(static (SharedBuffer<byte> b) => b[0], buffer).Bounded();
        var own = Path.GetFileName(File.ResolveLinkTarget(buffer.Block.Name.Split('#')[0], returnFinalTarget: false)!.FullName);
        Assert.EndsWith(" (deleted)", own, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine("/dev/shm", own.Replace(" (deleted)", "", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_block_that_was_disposed_of_is_a_clear_error()
    {
        var buffer = new SharedBuffer<int>(10);
        buffer.Dispose();
        buffer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => buffer.Span.Length);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Pool.RunAsync(static (SharedBuffer<int> b) => b[0], buffer));
    }

    [Fact]
    public async Task A_block_that_was_disposed_of_while_the_call_was_under_way_is_a_clear_error()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        using var file = new TempFile();
        using var gate = new TempFile();
        var first = pool.RunAsync(WaitFor, file.Path, gate.Path);
        await file.WrittenAsync();
        var buffer = new SharedBuffer<int>(10);
        var second = pool.RunAsync(static (SharedBuffer<int> b) => b[0], buffer);
        buffer.Dispose();
        File.WriteAllText(gate.Path, "go");
        await first.Bounded();
        var e = await Assert.ThrowsAnyAsync<Exception>(() => second.Bounded());
        Assert.Contains("is gone", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_lives_as_long_as_a_job_has_it()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        using var file = new TempFile();
        using var gate = new TempFile();
        var first = pool.RunAsync(WaitFor, file.Path, gate.Path);
        await file.WrittenAsync();
        var second = SendAndDrop(pool);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        File.WriteAllText(gate.Path, "go");
        await first.Bounded();
        Assert.Equal(9, await second.Bounded());
    }

    [Fact]
    public void More_than_the_machine_has_is_an_exception_and_not_a_crash()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SharedBuffer<int>(-1));
        if (OperatingSystem.IsLinux())
            Assert.ThrowsAny<IOException>(() => new SharedBuffer<Big>(int.MaxValue));
    }

    [Fact]
    public async Task A_worker_makes_none_and_opens_none_that_it_was_not_given()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Pool.RunAsync(static () => { new SharedCounter().Dispose(); }).Bounded());
        // In the process that makes them, a number from outside finds only what was made there.
        Assert.Throws<InvalidDataException>(() => SharedObjects.Receive<SharedCounter>(long.MaxValue, () => throw new InvalidOperationException("opened")));
    }

    [Fact]
    public async Task Workers_count_together()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 3 });
        using var counter = new SharedCounter(5);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => pool.RunAsync(CountTo, counter, 1000))).Bounded();
        Assert.Equal(30_005, counter.Value);
        Assert.Equal(30_005, counter.Exchange(1));
        Assert.Equal(1, counter.CompareExchange(9, 1));
        Assert.Equal(8, counter.Decrement());
        Assert.Equal(10, counter.Add(2));
    }

    private static void AnswerInPlace(SharedBuffer<int> buffer)
    {
        while (Volatile.Read(ref buffer[0]) is var asked && asked >= 0)
            Volatile.Write(ref buffer[1], asked);
    }

    // How often the thread that hears of what is gone has waited, once it waits.
    private static async Task<long> AtRestAsync(int worker)
    {
        var (last, now) = (-1L, 0L);
        while (now != last)
        {
            last = now;
            await Task.Delay(200);
            now = Proc.Waits(worker, "worker channel");
        }
        return now;
    }

    private static async Task<int> ReadOneAsync(System.Threading.Channels.ChannelReader<SharedBuffer<byte>> reader)
    {
        _ = await reader.ReadAsync();
        return Environment.ProcessId;
    }

    private static int Mappings(SharedBuffer<byte> touched)
    {
        touched.Span.Clear();
        return File.ReadLines("/proc/self/maps").Count(Proc.IsShared);
    }

    private static void CountTo(SharedCounter counter, int times)
    {
        for (var i = 0; i < times; i++)
            counter.Increment();
    }

    private static void WaitFor(string started, string gate)
    {
        File.WriteAllText(started, "x");
        while (!File.Exists(gate))
            Thread.Sleep(1);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static Task<int> SendAndDrop(WorkerPool pool)
    {
        var buffer = new SharedBuffer<int>(10);
        buffer[3] = 9;
        return pool.RunAsync(static (SharedBuffer<int> b) => b[3], buffer);
    }

    internal sealed record Part(SharedBuffer<double> Data, int Index);

    private unsafe struct Big
    {
        public fixed byte Bytes[60_000];
    }
}
