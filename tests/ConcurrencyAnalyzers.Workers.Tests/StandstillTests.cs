using System.Diagnostics;
using System.Threading.Channels;
using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Host;
using ConcurrencyAnalyzers.Workers.Launch;
using ConcurrencyAnalyzers.Workers.Pool;
using ConcurrencyAnalyzers.Workers.Ports;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>One side stands still: it holds up neither what the other has to notice nor what does not concern it.</summary>
public sealed class StandstillTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task A_worker_that_has_to_give_a_job_back_and_has_no_room_notices_its_parent_s_end()
    {
        if (!Futex.IsSupported)
            return;
        var started = await WorkerLauncher.StartAsync(new WorkerLaunchOptions { Output = WorkerOutput.Discard }, CancellationToken.None).Bounded();
        Send(started.Channel, 1, NewCall((Func<int, byte[]>)Large, 4 * RingChannel.Capacity));
        Send(started.Channel, 2, NewCall((Func<int, int>)Jobs.Double, 1));
        await Wait.UntilAsync(() => started.Channel.HasMore, "the first answer to begin");
        await Task.Delay(Moment); // the ring is full, and nobody reads
        started.Channel.Send(NewFrame(FrameKind.Recall, 2));
        await Task.Delay(Moment);

        started.Channel.Dispose(); // to the worker, all that the end of its parent is

        Assert.True(started.Process.WaitForExit(TimeSpan.FromSeconds(30)), "The worker outlived its parent.");
        started.Process.Dispose();
    }

    [Fact]
    public async Task A_job_behind_one_that_is_still_arriving_is_given_back_when_it_can_be_seen()
    {
        if (!Futex.IsSupported)
            return;
        var (parent, worker) = await TwoSidesAsync();
        using var near = worker;
        using var far = parent;
        var inbox = new Inbox(worker.Jobs, new Outbox(worker), static (_, _) => { });

        Send(parent, 1, NewCall((Func<byte[], int>)LengthOf, new byte[500_000]));
        Send(parent, 2, NewCall((Func<int, int>)Jobs.Double, 1));
        Send(parent, 3, NewCall((Func<int, int>)Jobs.Double, 1));
        inbox.Recall(2);
        Assert.True(inbox.TryTake(out var first));
        Assert.Equal(1, first.Id);
        first.Rest!.Skip();
        inbox.Finish();
        Assert.True(inbox.TryTake(out var second));
        Assert.Equal(3, second.Id);
        Assert.True(parent.HasMore); // told before the job behind it may begin
        Assert.True(parent.TryReceive(out var frame));
        Assert.Equal((FrameKind.Recalled, 2L), (frame.Kind, frame.Id));
    }

    [Fact]
    public async Task Long_jobs_behind_a_running_one_are_given_back_at_once()
    {
        if (!Futex.IsSupported)
            return;
        var (parent, worker) = await TwoSidesAsync();
        using var near = worker;
        using var far = parent;
        var inbox = new Inbox(worker.Jobs, new Outbox(worker), static (_, _) => { });

        for (var id = 1; id <= 3; id++)
            Send(parent, id, NewCall((Func<byte[], int>)LengthOf, new byte[500_000]));
        Assert.True(inbox.TryTake(out var running));
        inbox.Recall(3); // on its way to the main thread is the first: nobody else may read
        running.Rest!.Skip();
        inbox.Recall(2);
        foreach (var id in (long[])[2, 3])
        {
            Assert.True(parent.TryReceive(out var frame));
            Assert.Equal((FrameKind.Recalled, id), (frame.Kind, frame.Id));
        }
        Send(parent, 4, NewCall((Func<byte[], int>)LengthOf, new byte[500_000]));
        inbox.Finish();
        Assert.True(inbox.TryTake(out var next));
        Assert.Equal(4, next.Id);
    }

    [Fact]
    public async Task A_long_job_of_which_next_to_nothing_found_room_is_not_begun()
    {
        // What a worker reads of it twice, method and cultures, has to be there as a whole.
        if (!Futex.IsSupported)
            return;
        using var listener = Transports.ByName(Transports.UnixSocket).Listen();
        var accept = Task.Run(() => listener.Accept(Environment.ProcessId, static () => true)!);
        var nearStream = Transports.ByName(Transports.UnixSocket).Connect(listener.Endpoint);
        using var farStream = await accept.Bounded();
        using var memory = SharedBlock.Create(RingChannel.MemorySize);
        var frame = new byte[Frame.HeaderSize + 100_000];
        Frame.WriteHeader(frame, FrameKind.Run, 1, 100_000);
        var writer = RingAt(memory);
        using var worker = nearStream.MoveTo(memory, asWorker: true);
        var inbox = new Inbox(worker.Jobs, new Outbox(worker), static (_, _) => { });

        writer.Write(frame.AsSpan(0, Frame.HeaderSize + 4));
        var taking = Task.Run(() => inbox.TryTake(out var job) ? job : null);
        Thread.Sleep(20);
        Assert.False(taking.IsCompleted);
        writer.Write(frame.AsSpan(Frame.HeaderSize + 4));
        var taken = await taking.Bounded();
        Assert.NotNull(taken);
        Assert.InRange(taken.Payload.Length, FrameReader.Head, 100_000);
        Assert.Equal(100_000, taken.Payload.Length + (taken.Rest?.Length ?? 0));
    }

    private static unsafe Ring RingAt(SharedBlock memory) => new(memory.Start, RingChannel.Capacity);

    private static async Task<(RingChannel Parent, RingChannel Worker)> TwoSidesAsync()
    {
        using var listener = Transports.ByName(Transports.UnixSocket).Listen();
        var accept = Task.Run(() => listener.Accept(Environment.ProcessId, static () => true)!);
        var nearStream = Transports.ByName(Transports.UnixSocket).Connect(listener.Endpoint);
        var farStream = await accept.Bounded();
        Assert.True(SharedBlock.TryCreate(RingChannel.MemorySize, out var mine));
        Assert.True(SharedBlock.TryOpen(mine.Name, RingChannel.MemorySize, out var theirs));
        return (farStream.MoveTo(mine, asWorker: false), nearStream.MoveTo(theirs, asWorker: true));
    }

    [Fact]
    public async Task What_comes_along_with_the_greeting_is_not_lost()
    {
        if (!Futex.IsSupported)
            return;
        using var listener = Transports.ByName(Transports.UnixSocket).Listen();
        var accept = Task.Run(() => listener.Accept(Environment.ProcessId, static () => true)!);
        var nearStream = Transports.ByName(Transports.UnixSocket).Connect(listener.Endpoint);
        var farStream = await accept.Bounded();
        Assert.True(SharedBlock.TryCreate(RingChannel.MemorySize, out var mine));
        Assert.True(SharedBlock.TryOpen(mine.Name, RingChannel.MemorySize, out var theirs));

        // The worker is slow: by the time it reads the greeting, a first job is there and is to stop already.
        farStream.Send(NewFrame(FrameKind.Welcome, 0));
        using var parent = farStream.MoveTo(mine, asWorker: false);
        parent.Send(NewFrame(FrameKind.Cancel, 5));
        Assert.True(nearStream.TryReceive(out var welcome));
        Assert.Equal(FrameKind.Welcome, welcome.Kind);
        using var worker = nearStream.MoveTo(theirs, asWorker: true);
        var cancelled = Task.Run(() => worker.TryReceive(out var frame) ? frame.Id : 0);
        Assert.Equal(5, await cancelled.Bounded());
    }

    [Fact]
    public async Task Jobs_are_posted_while_a_send_before_them_waits()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var channel = new SlowChannel();
        var sleep = Process.Start("sleep", "1000"); // the worker's from here on
        var owner = new Owner();
        var worker = new Worker(new StartedWorker(1, sleep, channel, StandardStreams.None), owner, new StopRules(TimeSpan.Zero, TimeProvider.System));
        Assert.True(worker.TryPost(NewJob(NewCall((Func<byte[], int>)LengthOf, new byte[SlowChannel.AtOnce]))));
        await channel.Waits.Task.Bounded();

        var buffer = new SharedBuffer<byte>(1);
        Job[] small = [.. Enumerable.Range(0, 2).Select(i => NewJob(NewCall((Func<int, int>)Jobs.Double, i))), NewJob(NewCall((Func<SharedBuffer<byte>, int>)First, buffer))];
        await Task.Run(() => Assert.All(small, job => Assert.True(worker.TryPost(job)))).Bounded();
        buffer.Dispose();

        channel.Goes.Set();
        await Wait.UntilAsync(() => channel.Sent.Count == 8, "all to be sent"); // three of them say what a method is
        Assert.Equal([FrameKind.Define, FrameKind.Run, FrameKind.Define, FrameKind.Run, FrameKind.Run, FrameKind.Define, FrameKind.Run, FrameKind.Forget], channel.Sent);
        sleep.Kill();
        worker.Listen();
        await worker.Exit.Bounded();
        Assert.Equal(3, owner.Unstarted); // the first may have begun
        Assert.Equal(1, owner.Running);
    }

    [Fact]
    public async Task What_was_to_prepare_a_worker_dies_with_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var channel = new SlowChannel { IsGone = true };
        var scheduler = new JobScheduler(new WorkerPoolOptions { MaxWorkers = 1 });
        var worker = new Worker(new StartedWorker(1, Process.Start("true"), channel, StandardStreams.None), scheduler, new StopRules(TimeSpan.Zero, TimeProvider.System));
        var prepares = new Job<int>(NewCall((Func<int, int>)Jobs.Double, 1), WireCodec.Default, new JobRules(IsInternal: true), CancellationToken.None);
        Assert.True(worker.TryPost(prepares));
        worker.Listen();
        await Assert.ThrowsAsync<WorkerException>(() => prepares.Task.Bounded());
        Assert.Equal((0, 0), (scheduler.GetStatistics().QueuedJobs, scheduler.GetStatistics().StartingWorkers));
        await scheduler.CloseAsync(TimeSpan.Zero).Bounded();
    }

    [Fact]
    public async Task What_a_worker_does_not_read_holds_up_nobody_else()
    {
        if (!OperatingSystem.IsLinux())
            return;
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        var id = await pool.RunAsync(Jobs.ProcessId).Bounded();
        Proc.Signal(id, "STOP");
        // All workers hear of the end of a shared object; more than fits is on its way to this one.
        for (var i = 0; i < 1000; i++)
            new SharedCounter().Dispose();
        var clock = Stopwatch.StartNew();
        Assert.Equal(1, await Task.Run(static () => 1).Bounded());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"The thread pool was free after {clock.Elapsed}.");
        Proc.Signal(id, "CONT");
        Assert.Equal(id, await pool.RunAsync(Jobs.ProcessId).Bounded());
    }

    [Fact]
    public async Task The_code_behind_a_channel_never_runs_on_the_thread_that_reads_for_a_worker()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        var reader = new CallsBack(() => pool.RunAsync(Jobs.Double, 4).Wait(TimeSpan.FromSeconds(20)));
        using var gate = new TempFile();
        var job = pool.RunAsync(AskAndLeaveAsync, (ChannelReader<int>)reader, gate.Path);
        await reader.Waits.Task.Bounded();
        File.WriteAllText(gate.Path, "go");
        Assert.Equal(1, await job.Bounded());
        Assert.True(await reader.CalledBack.Task.Bounded());
    }

    [Fact]
    public async Task The_end_of_a_job_does_not_wait_for_the_code_that_an_item_comes_from()
    {
        using var reader = new StandsStill();
        var port = new ReaderCallerPort<int>(1, WireCodec.Default, reader);
        port.Attach(new LocalPortLine(static _ => { }));
        port.Receive(PortOp.Want, []);
        await reader.Reads.Task.Bounded();
        await Task.Run(port.Detach).Bounded();
        reader.Goes.Set();
    }

    private static byte[] Large(int size) => new byte[size];

    private static int LengthOf(byte[] bytes) => bytes.Length;

    private static int First(SharedBuffer<byte> buffer) => buffer[0];

    private static async Task<int> AskAndLeaveAsync(ChannelReader<int> numbers, string gate)
    {
        _ = numbers.WaitToReadAsync().AsTask();
        while (!File.Exists(gate))
            await Task.Delay(1);
        return 1;
    }

    private static Call NewCall<T>(Delegate method, T argument) => new Call(method, WireCodec.Default).Add(argument).Complete();

    private static Job NewJob(Call call) => new Job<int>(call, WireCodec.Default, JobRules.None, CancellationToken.None);

    private static void Send(IMessageChannel channel, long id, Call call)
    {
        channel.Send(call.Method.Define(new FrameBuffer()));
        call.SendTo(channel, id);
    }

    private static byte[] NewFrame(FrameKind kind, long id)
    {
        var frame = new byte[Frame.HeaderSize];
        Frame.WriteHeader(frame, kind, id, 0);
        return frame;
    }

    /// <summary>Its other side does not read at first.</summary>
    private sealed class SlowChannel : IMessageChannel
    {
        public const int AtOnce = 100_000;

        public TaskCompletionSource Waits { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ManualResetEventSlim Goes { get; } = new();

        public List<FrameKind> Sent { get; } = [];

        public bool IsGone { get; init; }

        public bool HasMore => false;

        public IJobLine? Jobs => null;

        public IAnswerLine? Answers => null;

        public void Send(ReadOnlySpan<byte> frames)
        {
            if (IsGone)
                throw new IOException();
            Note(Frame.ReadHeader(frames, out _, out _));
        }

        public void Send(FrameBuffer frame, FrameKind kind, long id)
        {
            Waits.TrySetResult();
            Goes.Wait();
            Note(kind);
        }

        public bool TakesAtOnce(long bytes) => bytes < AtOnce;

        public int MostAhead => int.MaxValue;

        public bool TryReceive(out Frame frame)
        {
            frame = default;
            return false;
        }

        public void Dispose() => Goes.Dispose();

        private void Note(FrameKind kind)
        {
            lock (Sent)
                Sent.Add(kind);
        }
    }

    private sealed class Owner : IWorkerOwner
    {
        public string Name => "test";

        public int Unstarted { get; private set; }

        public int Running { get; private set; }

        public void TimedOut(Worker worker, Job job)
        {
        }

        public void Freed(Worker worker)
        {
        }

        public void Ended(ReadOnlySpan<Job> jobs)
        {
        }

        public void Returned(Worker worker, Job job)
        {
        }

        public void Crashed(Worker worker, Job job, WorkerCrashedException error) => Running++;

        public void Lost(Worker worker, IReadOnlyList<Job> unstarted) => Unstarted += unstarted.Count;
    }

    /// <summary>A reader that takes its time.</summary>
    private sealed class StandsStill : ChannelReader<int>, IDisposable
    {
        public TaskCompletionSource Reads { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ManualResetEventSlim Goes { get; } = new();

        public override bool TryRead(out int item)
        {
            Reads.TrySetResult();
            Goes.Wait();
            item = 1;
            return true;
        }

        public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) => new(true);

        public void Dispose() => Goes.Set();
    }

    /// <summary>A reader that never has anything, and runs code when nobody waits for it any more.</summary>
    private sealed class CallsBack(Func<bool> action) : ChannelReader<int>
    {
        public TaskCompletionSource Waits { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<bool> CalledBack { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override bool TryRead(out int item)
        {
            item = 0;
            return false;
        }

        public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
        {
            var never = new TaskCompletionSource<bool>();
            cancellationToken.Register(() =>
            {
                CalledBack.TrySetResult(action());
                never.TrySetCanceled(cancellationToken);
            });
            Waits.TrySetResult();
            return new ValueTask<bool>(never.Task);
        }
    }
}
