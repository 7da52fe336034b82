// An actor: all closures that touch the plain dictionary and counter are run one after the other by the single reader loop. difficulty: hard
using System.Threading.Channels;

namespace Cases.U802;

public sealed class ReservationActor : IAsyncDisposable
{
    private readonly Channel<Action> _inbox =
        Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Dictionary<string, int> _available = [];
    private readonly Task _loop;
    private int _rejected;

    public ReservationActor(IEnumerable<(string Show, int Seats)> shows)
    {
        foreach ((string show, int seats) in shows)
        {
            _available[show] = seats;
        }
        _loop = Task.Run(LoopAsync);
    }

    public Task<bool> ReserveAsync(string show, int seats) => Ask(() => TryTake(show, seats));

    public Task<int> RejectedAsync() => Ask(() => _rejected);

    public async ValueTask DisposeAsync()
    {
        _inbox.Writer.TryComplete();
        await _loop;
    }

    private bool TryTake(string show, int seats)
    {
        if (_available.GetValueOrDefault(show) < seats)
        {
            _rejected++;
            return false;
        }
        _available[show] -= seats;
        return true;
    }

    private Task<T> Ask<T>(Func<T> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        bool queued = _inbox.Writer.TryWrite(() =>
        {
            try
            {
                answer.SetResult(question());
            }
            catch (Exception failure)
            {
                answer.SetException(failure);
            }
        });
        return queued ? answer.Task : throw new ObjectDisposedException(nameof(ReservationActor));
    }

    private async Task LoopAsync()
    {
        await foreach (Action message in _inbox.Reader.ReadAllAsync())
        {
            message();
        }
    }
}
