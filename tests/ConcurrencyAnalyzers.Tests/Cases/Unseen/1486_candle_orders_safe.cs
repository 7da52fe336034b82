// Shops reserve candles from many tasks; all of them talk to one stock keeper, who answers each request. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Menagerie.M1486;

public abstract record CandleRequest(string Colour)
{
    public TaskCompletionSource<int> Reply { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

public sealed record ReserveCandles(string Colour, int Count) : CandleRequest(Colour);

public sealed record ReturnCandles(string Colour, int Count) : CandleRequest(Colour);

public sealed class StockKeeper
{
    private readonly Channel<CandleRequest> _requests =
        Channel.CreateUnbounded<CandleRequest>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<string, int> _stock;
    private readonly Task _loop;
    private int _handled;

    public StockKeeper(IReadOnlyDictionary<string, int> stock)
    {
        _stock = new Dictionary<string, int>(stock);
        _loop = Task.Run(WorkAsync);
    }

    public async Task<int> AskAsync(CandleRequest request)
    {
        await _requests.Writer.WriteAsync(request);
        return await request.Reply.Task;
    }

    public async Task<int> CloseAsync()
    {
        _requests.Writer.Complete();
        await _loop;
        return _handled;
    }

    private async Task WorkAsync()
    {
        await foreach (var request in _requests.Reader.ReadAllAsync())
        {
            _handled++;
            request.Reply.SetResult(Handle(request));
        }
    }

    private int Handle(CandleRequest request)
    {
        int available = _stock.GetValueOrDefault(request.Colour);
        switch (request)
        {
            case ReserveCandles reserve:
                int granted = Math.Min(available, reserve.Count);
                _stock[request.Colour] = available - granted;
                return granted;
            case ReturnCandles back:
                _stock[request.Colour] = available + back.Count;
                return back.Count;
            default:
                return 0;
        }
    }
}

public static class CandleFair
{
    public static async Task<string> RunAsync(IReadOnlyDictionary<string, int> stock, CandleRequest[] requests)
    {
        var keeper = new StockKeeper(stock);
        int[] candles = await Task.WhenAll(requests.Select(request => Task.Run(() => keeper.AskAsync(request))));
        return $"{candles.Sum()} candles moved in {await keeper.CloseAsync()} requests";
    }
}
