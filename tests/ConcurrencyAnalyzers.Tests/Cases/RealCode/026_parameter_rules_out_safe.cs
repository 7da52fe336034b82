// A parameter chooses what a member does: callers that hand in the other constant never reach what stands under it.
using System.Collections.Generic;
using System.Threading.Tasks;

public sealed class AddressBook
{
    private readonly List<string> _hosts = new();

    public async Task OpenAsync(string[] hosts)
    {
        var refreshing = RefreshAsync(isFirst: false);
        foreach (var host in hosts)
            _hosts.Add(host);
        await refreshing;
        await RefreshAsync(isFirst: true);
    }

    private async Task RefreshAsync(bool isFirst)
    {
        await Task.Delay(10);
        if (isFirst)
        {
            foreach (var host in _hosts)
                await Task.Delay(host.Length);
        }
    }
}

public sealed class Handed
{
    private readonly List<string> _hosts = new();

    public async Task OpenAsync(string host)
    {
        var refreshing = RefreshAsync(false);
        _hosts.Add(host);
        await refreshing;
    }

    private Task RefreshAsync(bool isFirst) => RefreshCoreAsync("next", isFirst);

    private async Task RefreshCoreAsync(string host, bool isFirst)
    {
        await Task.Delay(10);
        if (!isFirst)
            return;
        _hosts.Add(host);
    }
}
