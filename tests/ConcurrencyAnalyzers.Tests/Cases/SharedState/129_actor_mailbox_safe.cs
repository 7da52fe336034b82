// All state belongs to the one reader of a channel; others only send messages.
using System.Threading.Channels;

namespace Cases.S129;

public sealed class ScoreActor : IAsyncDisposable
{
    private readonly Channel<(string Player, int Points)> _mail = Channel.CreateUnbounded<(string, int)>();
    private readonly Dictionary<string, int> _scores = [];
    private readonly Task _loop;

    public ScoreActor() => _loop = Task.Run(ReadAsync);

    public void Send(string player, int points) => _mail.Writer.TryWrite((player, points));

    public async ValueTask DisposeAsync()
    {
        _mail.Writer.Complete();
        await _loop;
        foreach (var (player, score) in _scores)
        {
            Console.WriteLine($"{player} {score}");
        }
    }

    private async Task ReadAsync()
    {
        await foreach (var (player, points) in _mail.Reader.ReadAllAsync())
        {
            _scores[player] = _scores.GetValueOrDefault(player) + points;
        }
    }
}
