// Asks a set of echo sounders for their depths in the thread pool and takes the deepest when all of them have been counted down. difficulty: hard
using System;
using System.IO;
using System.Linq;
using System.Threading;

namespace Menagerie.M1540;

public sealed class EchoSoundings(Func<int, double> sound)
{
    public double Deepest(int sounders)
    {
        var depths = new double[sounders];
        var open = new CountdownEvent(sounders);
        for (int i = 0; i < sounders; i++)
        {
            int sounder = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                try
                {
                    depths[sounder] = Measure(sounder);
                }
                finally
                {
                    open.Signal();
                }
            });
        }
        open.Wait();
        return depths.DefaultIfEmpty().Max();
    }

    private double Measure(int sounder)
    {
        try
        {
            return sound(sounder);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
