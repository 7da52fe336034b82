// A public query reads the reader's private dictionary while it is changed.
using System.Threading.Channels;

namespace Cases.S130;

public sealed class ScoreActor
{
    private readonly Channel<(string Player, int Points)> _mail = Channel.CreateUnbounded<(string, int)>();
    private readonly Dictionary<string, int> _scores = [];
    private readonly Task _loop;

    public ScoreActor() => _loop = Task.Run(ReadAsync);

    public void Send(string player, int points) => _mail.Writer.TryWrite((player, points));

    public int Score(string player) => _scores.GetValueOrDefault(player); // expect: RACE

    public Task Completion => _loop;

    private async Task ReadAsync()
    {
        await foreach (var (player, points) in _mail.Reader.ReadAllAsync())
        {
            _scores[player] = _scores.GetValueOrDefault(player) + points; // expect: RACE
        }
    }
}
