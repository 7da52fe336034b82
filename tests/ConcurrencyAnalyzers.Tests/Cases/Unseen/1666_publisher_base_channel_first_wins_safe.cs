// Publishers open their channel when the first message is sent; a batch is published from several threads. difficulty: medium
namespace Cases.U1666;

public interface IChannel : IDisposable
{
    void Send(string topic, byte[] body);
}

public interface IChannelFactory
{
    IChannel Open(string exchange);
}

public abstract class PublisherBase(IChannelFactory factory) : IDisposable
{
    private IChannel? _channel;

    protected abstract string Exchange { get; }

    protected IChannel Channel
    {
        get
        {
            var known = Volatile.Read(ref _channel);
            if (known != null)
            {
                return known;
            }
            var opened = factory.Open(Exchange);
            var first = Interlocked.CompareExchange(ref _channel, opened, null);
            if (first == null)
            {
                return opened;
            }
            opened.Dispose();
            return first;
        }
    }

    public void Dispose() => _channel?.Dispose();
}

public sealed class InvoicePublisher(IChannelFactory factory) : PublisherBase(factory)
{
    private int _published;

    protected override string Exchange => "invoices";

    public int Publish(IEnumerable<(string Customer, decimal Amount)> invoices)
    {
        Parallel.ForEach(invoices, invoice => PublishOne(invoice.Customer, invoice.Amount));
        return _published;
    }

    private void PublishOne(string customer, decimal amount)
    {
        var body = System.Text.Encoding.UTF8.GetBytes($"{customer};{amount}");
        Channel.Send("created", body);
        Interlocked.Increment(ref _published);
    }
}
