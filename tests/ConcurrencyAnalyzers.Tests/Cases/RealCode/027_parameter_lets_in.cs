// The constant leads to what stands under the parameter, the parameter is given another value, or it is not known.
using System.Collections.Generic;
using System.Threading.Tasks;

public sealed class LedIn
{
    private readonly List<string> _hosts = new();

    public async Task OpenAsync(string[] hosts)
    {
        var refreshing = RefreshAsync(isFirst: true);
        foreach (var host in hosts)
            _hosts.Add(host);  // expect: RACE
        await refreshing;
    }

    private async Task RefreshAsync(bool isFirst)
    {
        await Task.Delay(10);
        if (isFirst)
        {
            foreach (var host in _hosts)  // expect: RACE
                await Task.Delay(host.Length);
        }
    }
}

public sealed class SetAnew
{
    private readonly List<string> _hosts = new();

    public async Task OpenAsync(string host)
    {
        var refreshing = RefreshAsync("next", isFirst: false);
        _hosts.Add(host);  // expect: RACE
        await refreshing;
    }

    private async Task RefreshAsync(string host, bool isFirst)
    {
        await Task.Delay(10);
        isFirst |= host.Length > 3;
        if (isFirst)
            _hosts.Add(host);  // expect: RACE
    }
}

public sealed class Open
{
    private readonly List<string> _hosts = new();

    public async Task OpenAsync(string host, bool isFirst)
    {
        var refreshing = RefreshAsync("next", isFirst);
        if (isFirst)
            _hosts.Add(host);  // expect: RACE
        await refreshing;
    }

    private async Task RefreshAsync(string host, bool isFirst)
    {
        await Task.Delay(10);
        if (!isFirst)
            return;
        _hosts.Add(host);  // expect: RACE
    }
}
