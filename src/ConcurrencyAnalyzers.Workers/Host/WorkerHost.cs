using System.Diagnostics;
using System.Runtime.InteropServices;
using ConcurrencyAnalyzers.Workers.Launch;
using ConcurrencyAnalyzers.Workers.Shared;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Host;

/// <summary>
/// The life of a worker: call back, then run jobs on the main thread while a second thread reads the channel and
/// ends the process the moment the parent is gone.
/// </summary>
internal sealed class WorkerHost
{
    /// <summary>The environment variable that marks a process as a worker.</summary>
    public const string Marker = "CONCURRENCY_WORKER";

    private readonly IMessageChannel _channel;
    private readonly Inbox _inbox;
    private readonly JobConsole _console;
    private readonly JobRunner _runner;
    private readonly WorkerSettings _settings;

    private WorkerHost(IMessageChannel channel, WorkerSettings settings)
    {
        _channel = WorkerLink.Channel = channel;
        _settings = settings;
        WorkerLink.Outbox = new Outbox(channel);
        _inbox = new Inbox(channel.Jobs, WorkerLink.Outbox, (number, definition) => _runner!.Define(number, definition));
        _console = new JobConsole(channel);
        _runner = new JobRunner(channel, _inbox, _console);
        WorkerLink.Prepare = _runner.Prepare;
    }

    /// <summary>Runs until the parent has no more work. Gives the exit code of the process.</summary>
    public static int Run()
    {
        WorkerContext.IsWorker = true;
        Environment.SetEnvironmentVariable(Marker, null);
        try
        {
            if (Instructions.Read() is not var (transport, endpoint, token, memoryName))
                return 1;
            // Never disposed: its end is how the parent learns that this process has ended.
            var stream = Transports.ByName(transport).Connect(endpoint);
            SharedBlock? memory = null;
            if (memoryName.Length > 0 && Futex.IsSupported)
                _ = SharedBlock.TryOpen(memoryName, RingChannel.MemorySize, out memory);
            if (Greet(stream, Hex.Decode(token), memory is not null) is not { } settings)
                return 1;
            IMessageChannel channel = memory is null ? stream : stream.MoveTo(memory, asWorker: true);
            return new WorkerHost(channel, settings).Work();
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e);
            return 1;
        }
    }

    private static WorkerSettings? Greet(StreamChannel channel, byte[] token, bool sharesMemory)
    {
        var buffer = new FrameBuffer();
        Handshake.WriteHello(buffer, token, sharesMemory);
        channel.Send(buffer.Seal(FrameKind.Hello, Environment.ProcessId));
        return channel.TryReceive(out var frame) ? Handshake.ReadWelcome(frame) : null;
    }

    private int Work()
    {
        WorkerContext.WorkerNumber = _settings.Number;
        RedirectConsole();
        OwnEnd.Prepare();
        // Ctrl+C reaches the whole group of processes; what it means is the parent's decision.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, c => c.Cancel = true);
        new Thread(Listen) { IsBackground = true, Name = "worker channel", Priority = ThreadPriority.AboveNormal }.Start();

        GoFirst();
        if (_settings.WaitForDebugger)
            AwaitDebugger();
        var exitCode = 0;
        while (_inbox.TryTake(out var job))
        {
            exitCode = _runner.Run(job);
            if (_settings.SingleJob)
                break;
        }
        return _settings.SingleJob ? exitCode : 0;
    }

    // When memory runs out, the system should take a worker and not its parent. Raising the score needs no privilege.
    private static void GoFirst()
    {
        if (OperatingSystem.IsLinux())
            SystemFile.TryWrite("/proc/self/oom_score_adj\0"u8, "500"u8); // on a system that hides it, size alone counts
    }

    private void AwaitDebugger()
    {
        if (Debugger.IsAttached)
            return;
        Console.Error.WriteLine($"Worker {_settings.Number} waits for a debugger: attach to process {Environment.ProcessId}.");
        while (!Debugger.IsAttached)
            Thread.Sleep(100);
    }

    private void RedirectConsole()
    {
        if (_settings.Redirect)
            return;
        if (_settings.Output == WorkerOutput.Discard)
        {
            Console.SetOut(TextWriter.Null);
            return;
        }
        _console.Redirect();
    }

    private void Listen()
    {
        try
        {
            while (_channel.TryReceive(out var frame))
                Handle(frame);
        }
        catch (Exception e) when (e is InvalidDataException or PeerGoneException)
        {
            // Gone in the middle of a frame, or as good as gone: it speaks nonsense.
        }
        // Not a graceful exit: the job may be stuck, and user code at exit may be too.
        OwnEnd.Now();
    }

    private void Handle(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Define or FrameKind.Run or FrameKind.Shutdown:
                _inbox.Add(frame);
                break;
            case FrameKind.Cancel:
                _inbox.Cancel(frame.Id);
                break;
            case FrameKind.Recall:
                _inbox.Recall(frame.Id);
                break;
            case FrameKind.Kill:
                _inbox.IfRunning(frame.Id, OwnEnd.Now);
                break;
            case FrameKind.PortToJob:
                _runner.ReceivePort(frame.Id, frame.ToArray());
                break;
            case FrameKind.LockAnswer:
                WorkerLockLine.Answer(frame.Id, frame.ToArray());
                break;
            case FrameKind.Forget:
                SharedObjects.Forget(frame.Id);
                break;
        }
    }
}
