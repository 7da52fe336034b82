// Sends the pages of a document over a modem session that is dialled by the first page that needs it. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1512;

public interface IModemSession
{
    Task<bool> SendAsync(byte[] page);

    Task HangUpAsync();
}

public sealed class FaxSender(Func<string, IModemSession> dial, string number)
{
    private IModemSession? _session;

    private IModemSession Session => _session ??= dial(number); // expect: LAZY_INIT, RACE?

    public async Task<int> SendAllAsync(IEnumerable<byte[]> pages)
    {
        var sends = pages.Select(page => Task.Run(() => SendPageAsync(page))).ToArray();
        var sent = await Task.WhenAll(sends);
        if (_session is { } open)
        {
            await open.HangUpAsync();
        }
        return sent.Count(ok => ok);
    }

    private async Task<bool> SendPageAsync(byte[] page)
    {
        for (int attempt = 0; attempt < 3; attempt++)
        {
            if (await Session.SendAsync(page))
            {
                return true;
            }
        }
        return false;
    }
}
