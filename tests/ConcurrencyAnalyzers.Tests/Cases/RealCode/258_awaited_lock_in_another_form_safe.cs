// The task of an asynchronous lock is handed through an extension method, which gives it back in another form, before it is awaited.
using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace RealCode.AwaitedLockInAnotherForm;

public static class TaskForms
{
    public static ConfiguredTaskAwaitable<T> AnyContext<T>(this Task<T> task) => task.ConfigureAwait(false);
}

public interface IAsyncLock
{
    Task<IDisposable> LockAsync(CancellationToken token = default);
}

public sealed class Planner(IAsyncLock @lock)
{
    private readonly IAsyncLock _lock = @lock;
    private DateTime _next = DateTime.MaxValue;
    private Task? _run;

    public async Task PlanAsync(DateTime time)
    {
        using (await _lock.LockAsync().AnyContext())
        {
            if (time < _next)
                _next = time;
            _run = Task.Run(RunAsync);
        }
    }

    public async Task PutOffAsync(TimeSpan time)
    {
        using (await _lock.LockAsync().AnyContext())
        {
            if (_next != DateTime.MaxValue)
                _next = _next.Add(time);
        }
    }

    private async Task RunAsync()
    {
        using (await _lock.LockAsync().AnyContext())
        {
            if (_next < DateTime.UtcNow)
                _next = DateTime.MaxValue;
        }
    }
}
