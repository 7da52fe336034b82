// Only the one delivery loop ever writes the volatile counters; everybody else just reads them. difficulty: hard
using System.Threading.Channels;

namespace Cases.U630;

public sealed record Mail(string To, string Body);

public interface IMailTransport
{
    Task<bool> SendAsync(Mail mail);
}

public sealed class MailSpooler : IAsyncDisposable
{
    private readonly Channel<Mail> _outbox = Channel.CreateUnbounded<Mail>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IMailTransport _transport;
    private readonly Task _delivery;
    private volatile int _delivered;
    private volatile int _bounced;

    public MailSpooler(IMailTransport transport)
    {
        _transport = transport;
        _delivery = Task.Run(DeliverAsync);
    }

    public int Delivered => _delivered;

    public int Bounced => _bounced;

    public bool Post(Mail mail) => _outbox.Writer.TryWrite(mail);

    public async ValueTask DisposeAsync()
    {
        _outbox.Writer.TryComplete();
        await _delivery.ConfigureAwait(false);
    }

    private async Task DeliverAsync()
    {
        await foreach (var mail in _outbox.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (await _transport.SendAsync(mail).ConfigureAwait(false))
            {
                _delivered++;
            }
            else
            {
                _bounced++;
            }
        }
    }
}
