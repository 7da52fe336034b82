using System;
using System.Collections.Generic;
using System.Threading;

namespace PRopewayRidersSafe;

public sealed class RopewayStation
{
    private readonly object _gate = new();
    private readonly int _seats;
    private int _riding;

    public RopewayStation(int seats) => _seats = seats;

    public int Riding
    {
        get
        {
            lock (_gate)
            {
                return _riding;
            }
        }
    }

    public bool TryBoard()
    {
        lock (_gate)
        {
            if (_riding == _seats)
            {
                return false;
            }
            Shift(1);
            return true;
        }
    }

    public void Alight()
    {
        Monitor.Enter(_gate);
        try
        {
            Shift(-1);
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    private void Shift(int by) => _riding += by;
}

public static class RopewayDay
{
    public static int Run(int families, int trips)
    {
        var station = new RopewayStation(seats: 40);
        var threads = new List<Thread>();
        for (int f = 0; f < families; f++)
        {
            var thread = new Thread(() =>
            {
                for (int t = 0; t < trips; t++)
                {
                    if (station.TryBoard())
                    {
                        Thread.SpinWait(200);
                        station.Alight();
                    }
                }
            });
            threads.Add(thread);
            thread.Start();
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
        return station.Riding;
    }
}
