// All commands go through a channel with one reader; only that loop touches the plain dictionary. difficulty: medium
using System.Threading.Channels;

namespace Cases.U724;

public abstract record StockCommand;

public sealed record Receive(string Sku, int Quantity) : StockCommand;

public sealed record Ship(string Sku, int Quantity, TaskCompletionSource<bool> Reply) : StockCommand;

public sealed record Move(string From, string To, int Quantity) : StockCommand;

public sealed record Inventory(TaskCompletionSource<KeyValuePair<string, int>[]> Reply) : StockCommand;

public sealed record Query(string Sku, TaskCompletionSource<int> Reply) : StockCommand;

public sealed class WarehouseActor : IAsyncDisposable
{
    private readonly Channel<StockCommand> _inbox = Channel.CreateUnbounded<StockCommand>(
        new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<string, int> _stock = [];
    private readonly Task _loop;
    private int _refused;

    public WarehouseActor()
    {
        _loop = Task.Run(LoopAsync);
    }

    public ValueTask ReceiveAsync(string sku, int quantity) =>
        _inbox.Writer.WriteAsync(new Receive(sku, quantity));

    public async Task<bool> ShipAsync(string sku, int quantity)
    {
        var reply = NewReply<bool>();
        await _inbox.Writer.WriteAsync(new Ship(sku, quantity, reply));
        return await reply.Task;
    }

    public ValueTask MoveAsync(string from, string to, int quantity) =>
        _inbox.Writer.WriteAsync(new Move(from, to, quantity));

    public async Task<KeyValuePair<string, int>[]> InventoryAsync()
    {
        var reply = NewReply<KeyValuePair<string, int>[]>();
        await _inbox.Writer.WriteAsync(new Inventory(reply));
        return await reply.Task;
    }

    public async Task<int> CountAsync(string sku)
    {
        var reply = NewReply<int>();
        await _inbox.Writer.WriteAsync(new Query(sku, reply));
        return await reply.Task;
    }

    public async Task<int> CloseAsync()
    {
        _inbox.Writer.TryComplete();
        await _loop;
        return _refused;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
    }

    private static TaskCompletionSource<T> NewReply<T>() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task LoopAsync()
    {
        await foreach (var command in _inbox.Reader.ReadAllAsync())
        {
            switch (command)
            {
                case Receive(var sku, var quantity):
                    _stock[sku] = _stock.GetValueOrDefault(sku) + quantity;
                    break;
                case Ship(var sku, var quantity, var reply):
                    reply.TrySetResult(TryTake(sku, quantity));
                    break;
                case Move(var from, var to, var quantity):
                    if (TryTake(from, quantity))
                    {
                        _stock[to] = _stock.GetValueOrDefault(to) + quantity;
                    }
                    break;
                case Inventory(var reply):
                    reply.TrySetResult(_stock.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToArray());
                    break;
                case Query(var sku, var reply):
                    reply.TrySetResult(_stock.GetValueOrDefault(sku));
                    break;
            }
        }
    }

    private bool TryTake(string sku, int quantity)
    {
        int held = _stock.GetValueOrDefault(sku);
        if (held < quantity)
        {
            _refused++;
            return false;
        }
        _stock[sku] = held - quantity;
        return true;
    }
}
