// Many may post, but one clerk alone takes letters out: what it peeked is what it dequeues. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U538;

public sealed record Letter(string To, bool Urgent);

public sealed class MailRoom
{
    private readonly ConcurrentQueue<Letter> _letters = new();
    private readonly Action<Letter> _deliver;
    private readonly Task _clerk;
    private volatile bool _closing;
    private int _delivered;

    public MailRoom(Action<Letter> deliver)
    {
        _deliver = deliver;
        _clerk = Task.Run(ClerkAsync);
    }

    public void Post(Letter letter) => _letters.Enqueue(letter);

    public async Task<int> CloseAsync()
    {
        _closing = true;
        await _clerk;
        return _delivered;
    }

    private async Task ClerkAsync()
    {
        while (!_closing)
        {
            while (_letters.TryPeek(out var first) && first.Urgent && _letters.TryDequeue(out _))
            {
                _deliver(first);
                _delivered++;
            }
            await Task.Delay(20);
        }
    }
}
