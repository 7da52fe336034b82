using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using ConcurrencyAnalyzers.Workers.Host;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Launch;

/// <summary>A worker process that has called back and shown who it is.</summary>
internal sealed record StartedWorker(int Number, Process Process, IMessageChannel Channel, StandardStreams Streams)
{
    /// <summary>How long a process that is ending may take.</summary>
    public static readonly TimeSpan ExitPatience = TimeSpan.FromSeconds(2);

    /// <summary>Waits for the end of a process whose channel has ended, for a bounded time; the exit code, if it has one.</summary>
    public int? WaitForExit()
    {
        // The channel has ended, so the process is ending; one that only closed its channel is of no more use.
        if (!Process.WaitForExit(ExitPatience))
        {
            WorkerLauncher.Kill(Process);
            Process.WaitForExit(ExitPatience);
        }
        Streams.WaitForEnd(ExitPatience);
        return Process.HasExited ? Process.ExitCode : null;
    }
}

/// <summary>Starts worker processes.</summary>
internal static class WorkerLauncher
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    // On Windows a handle made for one child is inherited by another that starts in the same moment.
    private static readonly object Starting = new();
    private static int s_lastNumber;

    /// <inheritdoc cref="Start"/>
    public static Task<StartedWorker> StartAsync(WorkerLaunchOptions options, CancellationToken cancellationToken) =>
        OwnThread.Run(() => Start(options, cancellationToken));

    /// <summary>
    /// Throws <see cref="WorkerStartException"/> when there is no worker within the time. Blocks: the first start in a process
    /// is mostly the compiler's work, and asynchronous methods would give it three times as much.
    /// </summary>
    public static StartedWorker Start(WorkerLaunchOptions options, CancellationToken cancellationToken)
    {
        var info = LaunchPlan.Current.NewStartInfo();
        options.Apply(info.Environment);
        info.RedirectStandardInput = info.RedirectStandardOutput = info.RedirectStandardError = true;
        info.StandardOutputEncoding = info.StandardErrorEncoding = Encoding.UTF8;
        info.UseShellExecute = false;
        info.WorkingDirectory = options.WorkingDirectory ?? "";
        info.CreateNoWindow = true;

        using var listener = Transports.ByName(options.Transport).Listen();
        var process = StartProcess(info);
        var number = Interlocked.Increment(ref s_lastNumber);
        var streams = StandardStreams.None;
        IMessageChannel? channel = null;
        SharedBlock? memory = null;
        try
        {
            if (!options.Redirect)
                streams = new StandardStreams(process.StandardOutput, process.StandardError, options.Output, number);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(options.StartTimeout);
            // However the start gets stuck, an end of the process ends the wait, and the limit ends the process.
            using var killer = limit.Token.UnsafeRegister(static p => Kill((Process)p!), process);
            var token = Secrets.NewBytes(Handshake.TokenSize);
            // Made while the process starts.
            if (options.SharesMemory && Futex.IsSupported)
                _ = SharedBlock.TryCreate(RingChannel.MemorySize, out memory);
            Tell(process, keepOpen: options.Redirect, options.Transport, listener.Endpoint, Hex.Encode(token), memory?.Name ?? "");
            var stream = Accept(listener, process, limit.Token);
            channel = stream;
            var settings = new WorkerSettings(number, options.Output, options.Redirect, options.SingleJob, options.WaitForDebugger);
            var shares = Greet(stream, token, settings); // it has called, so it is about to speak; and the limit ends it
            limit.Token.ThrowIfCancellationRequested();
            if (shares && memory is not null)
                channel = stream.MoveTo(memory, asWorker: false);
            else
                memory?.Dispose();
            if (options.Codec is { } codec)
                channel.Send(codec.DefineCodec(new FrameBuffer()));
            return new StartedWorker(number, process, channel, streams);
        }
        catch (Exception e)
        {
            Kill(process);
            channel?.Dispose();
            memory?.Dispose();
            streams.WaitForEnd(LastWords);
            process.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw new WorkerStartException(Describe(e, options, streams), e);
        }
    }

    public static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It is gone already.
        }
    }

    private static Process StartProcess(ProcessStartInfo info)
    {
        try
        {
            lock (Starting)
                return Process.Start(info) ?? throw new WorkerStartException("The system started no process.");
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException)
        {
            throw new WorkerStartException($"The worker process could not be started: {e.Message} ({LaunchPlan.Current.Description})", e);
        }
    }

    private static void Tell(Process process, bool keepOpen, params string[] lines)
    {
        try
        {
            var text = Encoding.UTF8.GetBytes(string.Join('\n', lines) + '\n');
            var input = process.StandardInput.BaseStream;
            if (OperatingSystem.IsLinux() && input is PipeStream pipe)
            {
                SystemPipe.Write(pipe.SafePipeHandle, text);
            }
            else
            {
                input.Write(text);
                input.Flush();
            }
            if (!keepOpen)
                input.Close();
        }
        catch (IOException)
        {
            // It ended before it read; the wait for its call says so in better words.
        }
    }

    private static StreamChannel Accept(ITransportListener listener, Process process, CancellationToken cancellationToken)
    {
        if (listener.Accept(process.Id, () => !cancellationToken.IsCancellationRequested && !process.HasExited) is { } channel)
            return channel;
        cancellationToken.ThrowIfCancellationRequested();
        throw new WorkerException($"It ended with exit code {process.ExitCode} before it called back.");
    }

    private static bool Greet(StreamChannel channel, byte[] token, WorkerSettings settings)
    {
        if (!channel.TryReceive(out var hello))
            throw new WorkerException("It ended before it said who it is.");
        var shares = Handshake.CheckHello(hello, token);
        var buffer = new FrameBuffer();
        Handshake.WriteWelcome(buffer, settings);
        channel.Send(buffer.Seal(FrameKind.Welcome, 0));
        return shares;
    }

    private static string Describe(Exception e, WorkerLaunchOptions options, StandardStreams streams)
    {
        var reason = e is OperationCanceledException ? $"It did not call back within {options.StartTimeout.TotalSeconds:0.#} s." : e.Message;
        var said = streams.ErrorTail;
        var text = $"A worker process could not be started. {reason} Command: {LaunchPlan.Current.Description}";
        return said.Length == 0 ? text : text + Environment.NewLine + said;
    }
}
