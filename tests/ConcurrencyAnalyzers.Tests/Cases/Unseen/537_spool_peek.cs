// TryPeek and TryDequeue on a ConcurrentQueue: with several workers the dequeued letter need not be the one examined. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U537;

public sealed record Letter(string To, bool Urgent);

public sealed class MailRoom(Action<Letter> deliver)
{
    private readonly ConcurrentQueue<Letter> _letters = new();

    public void Post(Letter letter) => _letters.Enqueue(letter);

    public async Task DeliverUrgentAsync(int clerks)
    {
        await Task.WhenAll(Enumerable.Range(0, clerks).Select(_ => Task.Run(Clerk)));
    }

    private void Clerk()
    {
        while (_letters.TryPeek(out var first) && first.Urgent)
        {
            if (_letters.TryDequeue(out _)) // expect: CHECK_THEN_ACT
            {
                deliver(first);
            }
        }
    }
}
