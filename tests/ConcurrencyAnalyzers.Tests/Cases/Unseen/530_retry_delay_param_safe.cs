// The delay goes into the async method by value, before the caller changes its variable. difficulty: medium
namespace Cases.U530;

public sealed class StaggeredProbe(Func<string, Task<bool>> ping)
{
    public async Task<int> CountAliveAsync(IReadOnlyList<string> hosts)
    {
        var probes = new List<Task<bool>>();
        int delay = 10;
        foreach (var host in hosts)
        {
            probes.Add(ProbeAsync(host, delay));
            delay *= 2;
        }

        int alive = 0;
        foreach (var probe in probes)
        {
            if (await probe)
            {
                alive++;
            }
        }
        return alive;
    }

    private async Task<bool> ProbeAsync(string host, int milliseconds)
    {
        await Task.Delay(milliseconds).ConfigureAwait(false);
        return await ping(host).ConfigureAwait(false);
    }
}
