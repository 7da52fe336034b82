// The nearest wrong one: the run sets the time without the lock.
using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace RealCode.LockInAnotherFormLeftOut;

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
            _run = Task.Run(Run);
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

    private void Run()
    {
        if (_next < DateTime.UtcNow) // expect: INCONSISTENT_LOCK?
            _next = DateTime.MaxValue; // expect: INCONSISTENT_LOCK
    }
}
