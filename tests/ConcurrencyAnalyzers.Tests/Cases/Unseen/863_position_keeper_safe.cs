// The plain dictionary belongs to the single consumer of the channel; others only send messages and await the answer. difficulty: medium
using System.Threading.Channels;

namespace Cases.U863;

public sealed class PositionKeeper : IAsyncDisposable
{
    private abstract record Message;
    private sealed record Fill(string Symbol, int Quantity) : Message;
    private sealed record Ask(string Symbol, TaskCompletionSource<int> Reply) : Message;

    private readonly Channel<Message> _inbox =
        Channel.CreateUnbounded<Message>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<string, int> _positions = [];
    private readonly Task _consumer;
    private int _processed;

    public PositionKeeper()
    {
        _consumer = Task.Run(ConsumeAsync);
    }

    public bool OnFill(string symbol, int quantity) => _inbox.Writer.TryWrite(new Fill(symbol, quantity));

    public Task<int> PositionOfAsync(string symbol)
    {
        var reply = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_inbox.Writer.TryWrite(new Ask(symbol, reply)))
        {
            reply.SetCanceled();
        }
        return reply.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _inbox.Writer.TryComplete();
        await _consumer.ConfigureAwait(false);
    }

    private async Task ConsumeAsync()
    {
        await foreach (var message in _inbox.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            _processed++;
            switch (message)
            {
                case Fill fill:
                    _positions[fill.Symbol] = _positions.GetValueOrDefault(fill.Symbol) + fill.Quantity;
                    break;
                case Ask ask:
                    ask.Reply.SetResult(_positions.GetValueOrDefault(ask.Symbol));
                    break;
            }
        }
    }
}
