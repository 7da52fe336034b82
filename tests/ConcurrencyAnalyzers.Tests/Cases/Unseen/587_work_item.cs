// A work queue with an in-flight gauge that its worker threads move up and down.
using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Cases.U587;

public abstract class WorkItem
{
    public abstract void Execute();
}

public sealed class WorkQueue : IDisposable
{
    private readonly BlockingCollection<WorkItem> _items = new(boundedCapacity: 256);
    private readonly Thread[] _workers;
    private volatile int _inFlight;

    public WorkQueue(int workers)
    {
        _workers = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            _workers[i] = new Thread(Drain) { IsBackground = true, Name = "work-" + i };
        }

        foreach (var worker in _workers)
        {
            worker.Start();
        }
    }

    public bool IsIdle => _inFlight == 0 && _items.Count == 0;

    public void Post(WorkItem item) => _items.Add(item);

    private void Drain()
    {
        foreach (var item in _items.GetConsumingEnumerable())
        {
            _inFlight++; // expect: NON_ATOMIC
            try
            {
                item.Execute();
            }
            catch (Exception ex)
            {
                Console.Error.WriteLine(ex);
            }
            finally
            {
                _inFlight--; // expect: NON_ATOMIC
            }
        }
    }

    public void Dispose()
    {
        _items.CompleteAdding();
        foreach (var worker in _workers)
        {
            worker.Join();
        }

        _items.Dispose();
    }
}
