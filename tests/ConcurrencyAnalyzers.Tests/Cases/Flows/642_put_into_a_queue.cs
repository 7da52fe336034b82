// Delegates over variables that change are put into a queue; another thread runs them, when it comes to them.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace PutIntoAQueue;

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
            clerk.Post(() => write($"letter no. {number}")); // expect: CAPTURE
    }

    public void Address(IReadOnlyList<string> letters)
    {
        string address;
        foreach (var letter in letters)
        {
            address = letter.Trim();
            clerk.Post(() => write(address)); // expect: CAPTURE
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
        var sack = 0;
        while (sack < sacks)
        {
            await _work.Writer.WriteAsync(() => grind(sack)); // expect: CAPTURE
            sack++;
        }
    }
}
