// The for variable exists once for the whole loop; the probes run while it is counted up and see later ports. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U768;

public interface IPortProbe
{
    bool IsOpen(string host, int port);
}

public sealed class PortScanner(IPortProbe probe)
{
    public async Task<int[]> ScanAsync(string host, int first, int last)
    {
        var open = new ConcurrentBag<int>();
        var probes = new List<Task>(last - first + 1);
        for (int port = first; port <= last; port++) // expect: CAPTURE?, RACE?
        {
            probes.Add(Task.Factory.StartNew(
                () =>
                {
                    if (probe.IsOpen(host, port)) // expect: CAPTURE#1, RACE?
                    {
                        open.Add(port); // expect: CAPTURE#1, RACE?
                    }
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default));
        }
        await Task.WhenAll(probes);
        return open.Order().ToArray();
    }
}
