// A florist puts every order of the morning on the thread pool and waits until all bouquets are bound. difficulty: easy
using System;
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1447;

public sealed record FlowerOrder(string Customer, string[] Stems);

public interface IFlorist
{
    string Bind(FlowerOrder order);
}

public sealed class MorningShift
{
    private readonly IFlorist _florist;

    public MorningShift(IFlorist florist) => _florist = florist;

    public string?[] BindAll(IReadOnlyList<FlowerOrder> orders)
    {
        var bouquets = new string?[orders.Count];
        if (orders.Count == 0)
        {
            return bouquets;
        }

        var finished = new CountdownEvent(orders.Count);
        for (int i = 0; i < orders.Count; i++) // expect: CAPTURE?, RACE?
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                try
                {
                    bouquets[i] = _florist.Bind(orders[i]); // expect: CAPTURE, RACE?
                }
                finally
                {
                    finished.Signal();
                }
            });
        }
        finished.Wait();
        return bouquets;
    }
}
