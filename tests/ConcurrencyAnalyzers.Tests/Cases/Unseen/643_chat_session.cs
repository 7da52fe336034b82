// ContainsKey then indexer overwrites the other caller's session; Count then TryAdd lets more people in than the limit. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U643;

public sealed class ChatSession(string user)
{
    private int _messages;

    public string User { get; } = user;

    public int Messages => Volatile.Read(ref _messages);

    public void Count() => Interlocked.Increment(ref _messages);
}

public sealed class ChatLobby(int limit)
{
    private readonly ConcurrentDictionary<string, ChatSession> _sessions = new();
    private readonly ConcurrentDictionary<string, DateTime> _speakers = new();

    public ChatSession Attach(string user)
    {
        if (!_sessions.ContainsKey(user))
        {
            _sessions[user] = new ChatSession(user); // expect: CHECK_THEN_ACT, LAZY_INIT?
        }
        return _sessions[user]; // expect: CHECK_THEN_ACT?
    }

    public bool TryTakeFloor(string user)
    {
        if (_speakers.Count >= limit)
        {
            return false;
        }
        return _speakers.TryAdd(user, DateTime.UtcNow); // expect: CHECK_THEN_ACT
    }

    public void LeaveFloor(string user) => _speakers.TryRemove(user, out _);

    public async Task HandleAsync(IAsyncEnumerable<(string User, string Text)> messages, CancellationToken token)
    {
        await Parallel.ForEachAsync(messages, token, (message, _) =>
        {
            var session = Attach(message.User);
            if (message.Text == "/floor")
            {
                TryTakeFloor(message.User);
            }
            session.Count();
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
    }
}
