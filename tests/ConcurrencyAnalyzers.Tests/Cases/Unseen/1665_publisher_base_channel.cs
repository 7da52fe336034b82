// Publishers open their channel when the first message is sent; a batch is published from several threads. difficulty: medium
// Blind: the base type is judged apart from the flows of its heirs.
namespace Cases.U1665;

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
            if (_channel == null) // blind: LAZY_INIT#1
            {
                _channel = factory.Open(Exchange); // blind: LAZY_INIT#1
            }
            return _channel; // expect: LAZY_INIT?, RACE?
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
