// A desk process hands out lockers; callers send it requests and wait for the reply.
using System.Threading.Channels;

namespace Cases.U1615;

public abstract record DeskRequest;

public sealed record RentLocker(string Guest, TaskCompletionSource<int?> Reply) : DeskRequest;

public sealed record ReturnLocker(int Number) : DeskRequest;

public sealed class LockerDesk : IAsyncDisposable
{
    private readonly Channel<DeskRequest> _requests =
        Channel.CreateUnbounded<DeskRequest>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Stack<int> _free = new();
    private readonly Dictionary<int, string> _rented = [];
    private readonly Task _loop;
    private int _refused;

    public LockerDesk(int lockers)
    {
        for (int i = lockers; i > 0; i--)
        {
            _free.Push(i);
        }
        _loop = Task.Run(RunAsync);
    }

    public async Task<int?> RentAsync(string guest)
    {
        var reply = new TaskCompletionSource<int?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _requests.Writer.WriteAsync(new RentLocker(guest, reply));
        return await reply.Task;
    }

    public ValueTask ReturnAsync(int number) => _requests.Writer.WriteAsync(new ReturnLocker(number));

    public async Task<string> CloseAsync()
    {
        _requests.Writer.TryComplete();
        await _loop;
        return $"{_rented.Count} still rented, {_refused} refused";
    }

    public async ValueTask DisposeAsync()
    {
        _requests.Writer.TryComplete();
        await _loop;
    }

    private async Task RunAsync()
    {
        await foreach (var request in _requests.Reader.ReadAllAsync())
        {
            Handle(request);
        }
    }

    private void Handle(DeskRequest request)
    {
        switch (request)
        {
            case RentLocker rent when _free.TryPop(out int number):
                _rented[number] = rent.Guest;
                rent.Reply.SetResult(number);
                break;
            case RentLocker rent:
                _refused++;
                rent.Reply.SetResult(null);
                break;
            case ReturnLocker back when _rented.Remove(back.Number):
                _free.Push(back.Number);
                break;
        }
    }
}

public static class Pool
{
    public static async Task<string> VisitAsync(string[] guests)
    {
        await using var desk = new LockerDesk(20);
        await Task.WhenAll(guests.Select(async guest =>
        {
            if (await desk.RentAsync(guest) is { } number && number % 2 == 0)
            {
                await desk.ReturnAsync(number);
            }
        }));
        return await desk.CloseAsync();
    }
}
