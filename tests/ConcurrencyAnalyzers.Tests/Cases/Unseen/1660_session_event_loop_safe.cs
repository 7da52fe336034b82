// Frames and ticks of a session become events of one channel, and one loop changes the state of the session. difficulty: medium
using System.Threading.Channels;

namespace Cases.U1660;

public abstract record SessionEvent
{
    public sealed record Frame(string Text) : SessionEvent;
    public sealed record Tick : SessionEvent;
    public sealed record Query(TaskCompletionSource<string> Answer) : SessionEvent;
}

public sealed class SessionState(int limit)
{
    private readonly Queue<string> _history = new();
    private int _idleTicks;

    public bool IsDead => _idleTicks > limit;

    public void Handle(SessionEvent e)
    {
        switch (e)
        {
            case SessionEvent.Frame frame:
                _idleTicks = 0;
                _history.Enqueue(frame.Text);
                break;
            case SessionEvent.Tick:
                _idleTicks++;
                break;
            case SessionEvent.Query query:
                query.Answer.TrySetResult($"{_history.Count} frames, idle for {_idleTicks}");
                break;
        }
    }
}

public sealed class Session
{
    private readonly Channel<SessionEvent> _events = Channel.CreateUnbounded<SessionEvent>(new() { SingleReader = true });
    private readonly SessionState _state = new(limit: 100);
    private readonly Task _loop;

    public Session() => _loop = Task.Run(LoopAsync);

    public void Receive(string text) => _events.Writer.TryWrite(new SessionEvent.Frame(text));

    public void Tick() => _events.Writer.TryWrite(new SessionEvent.Tick());

    public Task<string> DescribeAsync()
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_events.Writer.TryWrite(new SessionEvent.Query(answer)))
        {
            answer.SetResult("closed");
        }
        return answer.Task;
    }

    public async Task<bool> CloseAsync()
    {
        _events.Writer.TryComplete();
        await _loop;
        return _state.IsDead;
    }

    private async Task LoopAsync()
    {
        await foreach (var e in _events.Reader.ReadAllAsync())
        {
            _state.Handle(e);
        }
    }
}

static class Program
{
    static async Task Main()
    {
        var session = new Session();
        using var timer = new Timer(_ => session.Tick(), null, 1, 1);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => session.Receive($"frame {i}"))));
        Console.WriteLine(await session.DescribeAsync());
        Console.WriteLine(await session.CloseAsync());
    }
}
