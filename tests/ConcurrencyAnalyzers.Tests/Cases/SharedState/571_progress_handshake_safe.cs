// Waits until the work has begun, then shows how far it has come.
using System;
using System.Threading;

namespace Workshop.W571;

public static class ProgressHandshake
{
    public static void Run(int steps)
    {
        using var begun = new ManualResetEventSlim();
        int at = 0;
        var worker = new Thread(() =>
        {
            begun.Set();
            for (int i = 0; i < steps; i++)
                Volatile.Write(ref at, i);
        });
        worker.Start();
        begun.Wait();
        while (worker.IsAlive)
        {
            Console.WriteLine(Volatile.Read(ref at));
            Thread.Sleep(100);
        }

        worker.Join();
    }
}
