// Two threads take turns: each waits for its AutoResetEvent and sets the other's, so only one is ever between the two calls. difficulty: hard
namespace Cases.U362;

public sealed class ChessGame : IDisposable
{
    private readonly AutoResetEvent _whiteTurn = new(initialState: true);
    private readonly AutoResetEvent _blackTurn = new(initialState: false);
    private readonly List<string> _moves = [];
    private int _captures;

    public string Play(Func<IReadOnlyList<string>, string> white, Func<IReadOnlyList<string>, string> black, int turns)
    {
        var first = new Thread(() => TakeTurns(white, _whiteTurn, _blackTurn, turns));
        var second = new Thread(() => TakeTurns(black, _blackTurn, _whiteTurn, turns));
        first.Start();
        second.Start();
        first.Join();
        second.Join();
        return $"{string.Join(' ', _moves)} ({_captures} captures)";
    }

    public void Dispose()
    {
        _whiteTurn.Dispose();
        _blackTurn.Dispose();
    }

    private void TakeTurns(
        Func<IReadOnlyList<string>, string> think,
        AutoResetEvent mine,
        AutoResetEvent theirs,
        int turns)
    {
        for (int i = 0; i < turns; i++)
        {
            mine.WaitOne();
            var move = think(_moves);
            _moves.Add(move);
            if (move.Contains('x'))
            {
                _captures++;
            }
            theirs.Set();
        }
    }
}
