// delay is declared outside the loop and doubled while the earlier probes, still running, read it. difficulty: medium
namespace Cases.U529;

public sealed class StaggeredProbe(Func<string, Task<bool>> ping)
{
    public async Task<int> CountAliveAsync(IReadOnlyList<string> hosts)
    {
        var probes = new List<Task<bool>>();
        int delay = 10;
        foreach (var host in hosts)
        {
            probes.Add(Task.Run(async () =>
            {
                await Task.Delay(delay); // expect: CAPTURE, RACE?
                return await ping(host);
            }));
            delay *= 2; // expect: CAPTURE?, RACE?
        }
        bool[] alive = await Task.WhenAll(probes);
        return alive.Count(a => a);
    }
}
