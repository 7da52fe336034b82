// Requests hand their mails over through a channel; the rest belongs to the loop.
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Cases.F070;

public sealed class Outbox : BackgroundService
{
    private readonly Channel<string> _mails = Channel.CreateUnbounded<string>();
    private readonly List<string> _batch = [];
    private int _sent;

    public bool Post(string mail) => _mails.Writer.TryWrite(mail);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var mail in _mails.Reader.ReadAllAsync(stoppingToken))
        {
            _batch.Add(mail);
            if (_batch.Count < 100)
                continue;
            _sent += _batch.Count;
            await File.WriteAllLinesAsync("mails", _batch, stoppingToken);
            _batch.Clear();
        }
    }
}
