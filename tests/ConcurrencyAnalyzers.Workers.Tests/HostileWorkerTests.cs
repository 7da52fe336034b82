using System.Buffers.Binary;
using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Host;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>A worker whose job has got hold of the channel and says what no worker says.</summary>
public sealed class HostileWorkerTests
{
    private static readonly WorkerPoolOptions OneQuietWorker = new() { MaxWorkers = 1, Output = WorkerOutput.Discard };

    [Theory]
    [InlineData("an answer to a job that it was not given")]
    [InlineData("a job back that it does not have")]
    [InlineData("a job back that nobody asked for")]
    [InlineData("a message of an argument that is not connected")]
    [InlineData("a message of an argument that does not exist")]
    [InlineData("an operation that does not exist")]
    [InlineData("more progress than was asked for")]
    [InlineData("more words than a job has")]
    [InlineData("a greeting in the middle")]
    [InlineData("what only a parent says")]
    [InlineData("half a lock")]
    [InlineData("an exception that is not one")]
    [InlineData("an exception in endless shells")]
    public async Task It_is_ended_and_named_and_costs_one_job(string what)
    {
        await using var pool = new WorkerPool(OneQuietWorker);
        var others = new[] { pool.RunAsync(Jobs.Double, 1), pool.RunAsync(Jobs.Double, 2) };
        var e = await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.RunAsync(Say, what, new Progress<int>()).Bounded());
        Assert.Equal(WorkerEnd.BrokeProtocol, e.End);
        Assert.Contains("broke the protocol", e.Message, StringComparison.Ordinal);
        Assert.Equal(6, (await Task.WhenAll(others).Bounded()).Sum());
        Assert.Equal(6, await pool.RunAsync(Jobs.Double, 3).Bounded());
    }

    [Fact]
    public async Task A_result_that_is_not_one_fails_the_job_and_nothing_else()
    {
        await using var pool = new WorkerPool(OneQuietWorker);
        await Assert.ThrowsAsync<InvalidDataException>(() => pool.RunAsync(AnswerNonsense, new Progress<int>()).Bounded());
        pool.Terminate();
    }

    [Theory]
    [InlineData(8, 40, true)] // half a header
    [InlineData(Frame.HeaderSize, 40, true)]
    [InlineData(Frame.HeaderSize + 20, 40, true)]
    [InlineData(Frame.HeaderSize + 500, 200_000, true)] // less than a receiver looks at first
    [InlineData(Frame.HeaderSize + 5000, 200_000, true)]
    [InlineData(Frame.HeaderSize + 20, 40, false)]
    public async Task What_it_answered_counts_whatever_it_begins_to_say_next(int begun, int length, bool dies)
    {
        var pool = new WorkerPool(OneQuietWorker);
        for (var i = 0; i < (dies ? 5 : 1); i++)
        {
            Assert.Equal(7, await pool.RunAsync(AnswerAndBegin, begun, length, dies, new Progress<int>()).Bounded());
            if (dies)
                await Wait.UntilAsync(() => pool.GetStatistics().LostWorkers == i + 1, "the worker's end"); // what it is sent until then may be lost
        }
        pool.Terminate();
    }

    [Fact]
    public async Task What_a_dead_worker_had_not_looked_at_runs_on_another()
    {
        if (!OperatingSystem.IsLinux())
            return;
        await using var pool = new WorkerPool(OneQuietWorker);
        var first = await pool.RunAsync(Jobs.ProcessId).Bounded();
        Assert.Equal(0, await pool.RunAsync(AnswerAndDieLater, new Progress<int>()).Bounded());
        Assert.NotEqual(first, await pool.RunAsync(Jobs.ProcessId).Bounded());
        Assert.Equal(1, pool.GetStatistics().LostWorkers);
    }

    [Fact]
    public async Task It_cannot_leave_a_lock_for_another()
    {
        using var gate = new SharedLock();
        using var held = gate.Enter();
        await WorkerPool.Shared.RunAsync(LeaveForeignLock, gate.Id).Bounded();
        await WorkerPool.Shared.RunAsync(LeaveForeignLock, long.MaxValue).Bounded();
        Assert.Null(gate.TryEnter());
    }

    [Fact]
    public async Task It_cannot_stand_in_line_without_end()
    {
        await using var pool = new WorkerPool(OneQuietWorker);
        using var gate = new SharedLock();
        using (gate.Enter())
        {
            var e = await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.RunAsync(WaitWithoutEnd, gate.Id).Bounded());
            Assert.Equal(WorkerEnd.BrokeProtocol, e.End);
        }
        await pool.RunAsync(static (SharedLock g) => { g.Enter().Dispose(); }, gate).Bounded(); // its places are gone with it
    }

    [Fact]
    public void No_name_of_a_type_makes_the_parent_create_it()
    {
        foreach (var name in new[] { typeof(FileInfo).FullName!, typeof(System.Diagnostics.Process).AssemblyQualifiedName!, "", "System.Exception, evil", typeof(Armed).FullName! })
        {
            var buffer = new FrameBuffer();
            buffer.WriteText(name);
            buffer.WriteText("message");
            buffer.WriteText("");
            buffer.WriteByte(0);
            Assert.Equal(name, Assert.IsType<RemoteException>(RemoteError.Read(new PayloadReader(buffer.Seal(FrameKind.Failure, 1)[Frame.HeaderSize..]))).RemoteTypeName);
        }
        Assert.False(Armed.WasCreated);
    }

    [Fact]
    public async Task It_cannot_take_shared_memory_away()
    {
        // A touch of what is no more there would end the process that touches it: this one.
        if (!OperatingSystem.IsLinux())
            return;
        await using var pool = new WorkerPool(OneQuietWorker);
        using var buffer = new SharedBuffer<byte>(1_000_000);
        var (found, refused) = await pool.RunAsync(CutShort, buffer).Bounded();
        Assert.Equal(2, found); // the channel's, the block
        Assert.Equal(found, refused);
        Assert.Equal(1, buffer[^1]);
        Assert.Equal(4, await pool.RunAsync(Jobs.Double, 2).Bounded());
        Assert.Equal(0, pool.GetStatistics().LostWorkers);
    }

    [Fact]
    public async Task Endless_last_words_are_cut()
    {
        await using var pool = new WorkerPool(OneQuietWorker);
        var e = await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.RunAsync(TalkAndDie).Bounded());
        Assert.InRange(e.StandardErrorTail.Length, 1000, 16 * 1024);
        Assert.Contains("last line", e.StandardErrorTail, StringComparison.Ordinal);
    }

    private static void Say(string what, IProgress<int> progress)
    {
        Action<FrameBuffer> write = static _ => { };
        var (kind, id) = (FrameKind.Result, 999_999L);
        switch (what)
        {
            case "a job back that it does not have":
                kind = FrameKind.Recalled;
                break;
            case "a job back that nobody asked for":
                (kind, id) = (FrameKind.Recalled, Own(progress));
                break;
            case "a message of an argument that is not connected":
                (kind, write) = (FrameKind.PortToCaller, static b => { b.WriteByte(1); b.WriteByte(1); });
                break;
            case "a message of an argument that does not exist":
                (kind, id, write) = (FrameKind.PortToCaller, Own(progress), static b => { b.WriteByte(9); b.WriteByte(1); });
                break;
            case "an operation that does not exist":
                (kind, id, write) = (FrameKind.PortToCaller, Own(progress), static b => { b.WriteByte(1); b.WriteByte(77); });
                break;
            case "more progress than was asked for":
                id = Own(progress);
                for (var i = 0; i < 5000; i++)
                    Send(FrameKind.PortToCaller, id, static b => { b.WriteByte(1); b.WriteByte(1); b.WriteInt32(1); });
                break;
            case "more words than a job has":
                id = Own(progress);
                for (var i = 0; i < 5000; i++)
                    Send(FrameKind.PortToCaller, id, static b => { b.WriteByte(1); b.WriteByte((byte)Ports.PortOp.Want); });
                break;
            case "a greeting in the middle":
                kind = FrameKind.Hello;
                break;
            case "what only a parent says":
                kind = FrameKind.Run;
                break;
            case "half a lock":
                (kind, write) = (FrameKind.LockWait, static b => b.WriteInt32(1));
                break;
            case "an exception that is not one":
                (kind, id, write) = (FrameKind.Failure, Own(progress), static b => b.WriteInt32(int.MaxValue));
                break;
            case "an exception in endless shells":
                (kind, id, write) = (FrameKind.Failure, Own(progress), static b =>
                {
                    for (var i = 0; i < 1000; i++)
                    {
                        b.WriteText("System.Exception");
                        b.WriteText("");
                        b.WriteText("");
                        b.WriteByte(1);
                    }
                });
                break;
        }
        Send(kind, id, write);
        Thread.Sleep(Timeout.Infinite);
    }

    private static int AnswerNonsense(IProgress<int> progress)
    {
        Send(FrameKind.Result, Own(progress), static b => b.WriteText("not a number"));
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    private static int AnswerAndBegin(int begun, int length, bool dies, IProgress<int> progress)
    {
        Send(FrameKind.Result, Own(progress), static b => b.WriteInt32(7));
        var next = new byte[Frame.HeaderSize + length];
        Frame.WriteHeader(next, FrameKind.Result, 999_999, length);
        WorkerLink.Channel.Send(next.AsSpan(0, begun));
        if (dies)
            OwnEnd.Now();
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    private static int AnswerAndDieLater(IProgress<int> progress)
    {
        Send(FrameKind.Result, Own(progress), static b => b.WriteInt32(0));
        Thread.Sleep(300);
        OwnEnd.Now();
        return 1;
    }

    private static void WaitWithoutEnd(long id)
    {
        for (var ticket = 1; ticket < 200_000; ticket++)
            SpeakOfLock(FrameKind.LockWait, ticket, id);
        Thread.Sleep(Timeout.Infinite);
    }

    private static void LeaveForeignLock(long id) => SpeakOfLock(FrameKind.LockLeave, 0, id);

    private static void SpeakOfLock(FrameKind kind, long ticket, long id)
    {
        Span<byte> frame = stackalloc byte[Frame.HeaderSize + sizeof(long)];
        Frame.WriteHeader(frame, kind, ticket, sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(frame[Frame.HeaderSize..], id);
        WorkerLink.Channel.Send(frame);
    }

    private static (int Found, int Refused) CutShort(SharedBuffer<byte> buffer)
    {
        buffer[^1] = 1;
        var (found, refused) = (0, 0);
        foreach (var link in Directory.GetFiles("/proc/self/fd"))
        {
            if (File.ResolveLinkTarget(link, returnFinalTarget: false)?.Name.Contains("cw-", StringComparison.Ordinal) is not true)
                continue;
            found++;
            using var file = new FileStream(link, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 0);
            try
            {
                file.SetLength(0);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                refused++;
            }
        }
        return (found, refused);
    }

    private static void TalkAndDie()
    {
        using var error = Console.OpenStandardError();
        for (var i = 0; i < 20_000; i++)
            error.Write("Nobody should have to keep all of this in memory for ever and a day.\n"u8);
        error.Write("last line\n"u8);
        Environment.Exit(1);
    }

    // The id that the job's own reports carry.
    private static long Own(IProgress<int> progress)
    {
        var line = progress.GetType().BaseType!.GetProperty("Line", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(progress);
        return ((Ports.ChannelPortLine)line!).JobId;
    }

    private static void Send(FrameKind kind, long id, Action<FrameBuffer> write)
    {
        var buffer = new FrameBuffer();
        write(buffer);
        WorkerLink.Channel.Send(buffer.Seal(kind, id));
    }

    private sealed class Armed : Exception
    {
        public static bool WasCreated;

        public Armed(string message) : base(message) => WasCreated = true;
    }
}
