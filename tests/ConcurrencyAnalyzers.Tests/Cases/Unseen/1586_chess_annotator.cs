// Annotates the moves of a game and shows the current move on a ticker.
// Blind: variables that a timer shows are taken to be meant to be watched.
using System.Collections.Concurrent;

namespace Cases.U1586;

public sealed record Annotation(string Move, int Score);

public sealed class Ticker : IAsyncDisposable
{
    private readonly Timer _timer;

    private Ticker(Func<string> text, Action<string> show, TimeSpan period)
    {
        _timer = new Timer(_ => show(text()), null, TimeSpan.Zero, period);
    }

    public static Ticker Start(Func<string> text, Action<string> show) =>
        new(text, show, TimeSpan.FromMilliseconds(20));

    public ValueTask DisposeAsync() => _timer.DisposeAsync();
}

public sealed class GameAnnotator(Func<string, Task<int>> evaluate)
{
    public async Task<IReadOnlyList<Annotation>> AnnotateAsync(IReadOnlyList<string> moves, ConcurrentQueue<string> screen)
    {
        var result = new List<Annotation>(moves.Count);
        string current = "opening";
        int number = 0;
        await using (Ticker.Start(() => $"{number}. {current}", screen.Enqueue)) // blind: CAPTURE#1
        {
            foreach (var move in moves)
            {
                current = move; // blind: CAPTURE#1
                number++; // blind: CAPTURE#1
                int score = await evaluate(move);
                result.Add(new Annotation(move, score));
            }
        }
        return result;
    }
}
