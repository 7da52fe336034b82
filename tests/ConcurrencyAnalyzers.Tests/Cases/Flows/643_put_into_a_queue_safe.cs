// Delegates in a queue that have copies of their own, or whose end is waited for before anything changes.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace PutIntoAQueueSafe;

public sealed class Clerk : IDisposable
{
    private readonly BlockingCollection<Action> _errands = new();
    private readonly Thread _thread;

    public Clerk()
    {
        _thread = new Thread(() =>
        {
            foreach (var errand in _errands.GetConsumingEnumerable())
                errand();
        });
        _thread.Start();
    }

    public void Post(Action errand) => _errands.Add(errand);

    // Comes back when it has been done.
    public void Send(Action errand)
    {
        using var done = new ManualResetEventSlim();
        _errands.Add(() =>
        {
            errand();
            done.Set();
        });
        done.Wait();
    }

    public Task AskAsync(Action errand)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _errands.Add(() =>
        {
            errand();
            done.SetResult();
        });
        return done.Task;
    }

    // Handed on to be put in with what tells of its end.
    public Task TellAsync(Action errand)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            errand();
            done.SetResult();
        });
        return done.Task;
    }

    public void Dispose()
    {
        _errands.CompleteAdding();
        _thread.Join();
    }
}

public sealed class Office(Clerk clerk, Action<string> write)
{
    public void Number(IReadOnlyList<string> letters)
    {
        for (var number = 0; number < letters.Count; number++)
        {
            var own = number;
            clerk.Post(() => write($"letter no. {own}"));
        }
    }

    public void Each(IReadOnlyList<string> letters)
    {
        foreach (var letter in letters)
            clerk.Post(() => write(letter));
    }

    public void InTurn(int letters)
    {
        for (var number = 0; number < letters; number++)
            clerk.Send(() => write($"letter no. {number}"));
    }

    public async Task InTurnAsync(int letters)
    {
        for (var number = 0; number < letters; number++)
            await clerk.AskAsync(() => write($"letter no. {number}"));
    }

    public async Task ToldAsync(int letters)
    {
        for (var number = 0; number < letters; number++)
            await clerk.TellAsync(() => write($"letter no. {number}"));
    }

    public int Count(IReadOnlyList<string> letters)
    {
        var count = 0;
        foreach (var letter in letters)
            clerk.Send(() => count += letter.Length);
        return count;
    }

    // What never changes again.
    public void Head(string head)
    {
        var title = head.Trim();
        clerk.Post(() => write(title));
    }

    // Asked for when it is done: no turn goes on before.
    public void Told(int letters)
    {
        for (var number = 0; number < letters; number++)
        {
            using var done = new ManualResetEventSlim();
            clerk.Post(() =>
            {
                write($"letter no. {number}");
                done.Set();
            });
            done.Wait();
        }
    }
}

public sealed class Mill
{
    private readonly Channel<Func<Task>> _work = Channel.CreateUnbounded<Func<Task>>();

    public async Task RunAsync()
    {
        await foreach (var work in _work.Reader.ReadAllAsync())
            await work();
    }

    public async Task FillAsync(int sacks, Func<int, Task> grind)
    {
        for (var next = 0; next < sacks; next++)
        {
            var sack = next;
            await _work.Writer.WriteAsync(() => grind(sack));
        }
    }
}
