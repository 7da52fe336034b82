using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Launch;
using ConcurrencyAnalyzers.Workers.Pool;

namespace ConcurrencyAnalyzers.Workers;

/// <summary>
/// A process that runs one static method and ends: the shape of <see cref="Thread"/>, with a memory of its own.
/// It ends with this process at the latest, however that ends. Thread-safe.
/// </summary>
/// <remarks>
/// The exit code is 0 when the method returned, its <see cref="int"/> when it returns one, and 1 when it threw; then
/// <see cref="Exception"/> says what. Console output is passed on line by line and is complete when the wait for the
/// process ends.
/// </remarks>
public sealed partial class WorkerProcess : IAsyncDisposable, IDisposable
{
    private readonly Job<Nothing> _job;
    private readonly CancellationTokenSource _killed = new();
    private readonly Task<int?> _ended;
    private volatile Worker? _worker;

    private readonly DeferredStreams? _streams;
    private readonly WorkerProcessOptions _options;

    private WorkerProcess(Call call, WorkerProcessOptions options)
    {
        _options = options;
        _streams = options.RedirectStandardStreams ? new DeferredStreams() : null;
        _job = new Job<Nothing>(call, WireCodec.Default, JobRules.None, CancellationToken.None);
        _ended = Task.Run(RunAsync);
    }

    /// <summary>The id that the system gave to the process; <see langword="null"/> until it is up.</summary>
    public int? Id => _worker?.ProcessId;

    /// <summary>Whether the process has ended.</summary>
    public bool HasExited => _ended.IsCompleted;

    /// <summary>
    /// The exit code of the process: on Unix 128 plus the signal number when a signal ended it. <see langword="null"/>
    /// while it runs, and when it never started.
    /// </summary>
    public int? ExitCode => _ended.IsCompletedSuccessfully ? _ended.Result : null;

    /// <summary>
    /// What ended the method, if it did not return: the exception it threw, <see cref="WorkerCrashedException"/> or
    /// <see cref="WorkerStartException"/>. <see langword="null"/> while it runs and when all went well.
    /// </summary>
    public Exception? Exception => _ended.IsCompleted ? _job.Task.Exception?.InnerException : null;

    /// <summary>
    /// Writes to the process's standard input, from any moment on; closing it is the end of that. <see langword="null"/> unless
    /// <see cref="WorkerProcessOptions.RedirectStandardStreams"/> is set.
    /// </summary>
    public StreamWriter? StandardInput => _streams?.Input;

    /// <summary>Reads the process's standard output. <see langword="null"/> unless <see cref="WorkerProcessOptions.RedirectStandardStreams"/> is set.</summary>
    public StreamReader? StandardOutput => _streams?.Output;

    /// <summary>Reads the process's standard error. <see langword="null"/> unless <see cref="WorkerProcessOptions.RedirectStandardStreams"/> is set.</summary>
    public StreamReader? StandardError => _streams?.Error;

    /// <summary>Waits until the process has ended. Does not throw when the method did; see <see cref="Exception"/>.</summary>
    public void Join() => _ended.Wait();

    /// <summary>Waits until the process has ended, at most for the given time. <see langword="false"/>: it still runs.</summary>
    public bool Join(TimeSpan timeout) => _ended.Wait(timeout);

    /// <summary>Waits until the process has ended and gives its exit code. Does not throw when the method did.</summary>
    /// <param name="cancellationToken">Ends the wait, not the process.</param>
    public Task<int?> WaitForExitAsync(CancellationToken cancellationToken = default) => _ended.WaitAsync(cancellationToken);

    /// <summary>
    /// Trips the token that the method takes as its last parameter and waits for the end of the process; when that does not come
    /// within the grace time, or the method takes no token, the process is killed.
    /// </summary>
    /// <param name="grace">How long the method may take to end after its token has tripped.</param>
    /// <param name="cancellationToken">Ends the wait; the process is stopped all the same.</param>
    /// <returns>The exit code; see <see cref="ExitCode"/>.</returns>
    public async Task<int?> StopAsync(TimeSpan grace, CancellationToken cancellationToken = default)
    {
        if (_worker is { } worker && _job.Call.Method.Signature.TakesToken)
        {
            _job.NoteStop(StopCause.Cancelled);
            worker.Stop(_job, grace);
            _ = KillAfterAsync(grace); // its method may be over and a thread of its own not
        }
        else
        {
            Kill();
        }
        return await WaitForExitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the process at once. Does nothing when it has ended.</summary>
    public void Kill()
    {
        _killed.Cancel();
        _worker?.Kill();
    }

    /// <summary>Kills the process if it still runs, and blocks until it has ended.</summary>
    public void Dispose()
    {
        Kill();
        _ended.Wait();
        _streams?.Dispose();
    }

    /// <summary>Kills the process if it still runs, and waits until it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await _ended.ConfigureAwait(false);
        _streams?.Dispose();
    }

    private static Call NewCall(Delegate method) => WorkerContext.IsWorker
        ? throw new InvalidOperationException("A worker process cannot start further ones. Start them from the main process.")
        : new Call(method, WireCodec.Default);

    private static WorkerProcess Begin(Call call, WorkerProcessOptions? options) => new(call, options ?? new WorkerProcessOptions());

    private async Task KillAfterAsync(TimeSpan grace)
    {
        await Task.WhenAny(_ended, Task.Delay(grace)).ConfigureAwait(false);
        Kill();
    }

    private async Task<int?> RunAsync()
    {
        try
        {
            var started = await WorkerLauncher.StartAsync(LaunchOptions(), _killed.Token).ConfigureAwait(false);
            var worker = new Worker(started, SoleOwner.Instance, new StopRules(TimeSpan.Zero, TimeProvider.System));
            try
            {
                worker.TryPost(_job);
                _streams?.Connect(started.Process);
            }
            catch
            {
                worker.Discard();
                throw;
            }
            _worker = worker;
            worker.Listen();
            if (_killed.IsCancellationRequested)
                worker.Kill();
            return await worker.Exit.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_killed.IsCancellationRequested)
        {
            _job.EndAsCancelled();
            return null;
        }
        catch (Exception e)
        {
            _job.Fail(e);
            return null;
        }
        finally
        {
            _streams?.Connect(null);
            Report();
        }
    }

    private WorkerLaunchOptions LaunchOptions() => new()
    {
        SingleJob = true,
        StartTimeout = _options.StartTimeout,
        Output = _options.Output,
        Redirect = _options.RedirectStandardStreams,
        Diagnostics = _options.EnableDiagnostics,
        WaitForDebugger = _options.WaitForDebugger,
        HeapLimit = _options.ManagedHeapLimitBytes,
        WorkingDirectory = _options.WorkingDirectory,
        Environment = _options.Environment,
    };

    // As a process of its own would do.
    private void Report()
    {
        if (_job.Task.Exception?.InnerException is { } exception and not WorkerCrashedException)
            Console.Error.WriteLine($"Unhandled exception in worker process {Id}: {exception}");
    }

    private sealed class SoleOwner : IWorkerOwner
    {
        public static SoleOwner Instance { get; } = new();

        public string Name => "process";

        public bool HasOtherWorkers => false;

        public void TimedOut(Worker worker, Job job)
        {
        }

        public void Crashed(Worker worker, Job job, WorkerCrashedException error) => job.Fail(error);

        public void Freed(Worker worker)
        {
        }

        public void Ended(ReadOnlySpan<Job> jobs)
        {
        }

        public void Returned(Worker worker, Job job)
        {
            job.EndAsCancelled(); // it was to stop before it had begun
            worker.Kill();
        }

        public void Lost(Worker worker, IReadOnlyList<Job> unstarted)
        {
            foreach (var job in unstarted)
                job.Fail(new WorkerException("The process ended before it got to run its method."));
        }
    }
}
