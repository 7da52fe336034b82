using System;
using System.Collections.Generic;
using System.Threading;

namespace PKelpProbes;

public sealed class ReadingChain<T>
{
    private sealed class Link
    {
        public Link(T value) => Value = value;

        public T Value { get; }

        public Link? Below { get; set; }
    }

    private volatile Link? _top;

    public void Push(T value)
    {
        var link = new Link(value);
        link.Below = _top; // expect: NON_ATOMIC#1
        _top = link; // expect: NON_ATOMIC#1
    }

    public List<T> TakeAll()
    {
        var values = new List<T>();
        for (var link = Interlocked.Exchange(ref _top, null); link is not null; link = link.Below)
        {
            values.Add(link.Value);
        }
        return values;
    }
}

public static class KelpForest
{
    public static int Survey(int probes, int dives)
    {
        var chain = new ReadingChain<double>();
        var pending = new CountdownEvent(probes);
        for (int p = 0; p < probes; p++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(depth =>
            {
                for (int d = 0; d < dives; d++)
                {
                    chain.Push(depth + d * 0.25);
                }
                pending.Signal();
            }, p * 10.0, preferLocal: false);
        }
        pending.Wait();
        return chain.TakeAll().Count;
    }
}
