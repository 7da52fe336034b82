// The semaphore has four places: it throttles the probes but does not keep them apart, and four of them raise the counter at once. difficulty: hard
namespace Cases.U447;

public sealed class HostProbe(HttpClient http)
{
    private readonly SemaphoreSlim _throttle = new(4, 4);
    private int _unreachable;

    public async Task<int> ProbeAsync(IEnumerable<Uri> hosts)
    {
        await Task.WhenAll(hosts.Select(ProbeOneAsync));
        return _unreachable;
    }

    private async Task ProbeOneAsync(Uri host)
    {
        await _throttle.WaitAsync();
        try
        {
            using var reply = await http.GetAsync(host);
            reply.EnsureSuccessStatusCode();
        }
        catch (HttpRequestException)
        {
            _unreachable++; // expect: RACE
        }
        finally
        {
            _throttle.Release();
        }
    }
}
