// The hand-over goes through a BlockingCollection; the clerk owns its own counter until it has ended.
using System.Collections.Concurrent;

namespace Cases.S027;

public sealed class Mailroom
{
    private readonly BlockingCollection<string> _letters = [];
    private Task _clerk = Task.CompletedTask;
    private int _delivered;

    public void Open(Action<string> deliver)
    {
        _clerk = Task.Run(() =>
        {
            foreach (var letter in _letters.GetConsumingEnumerable())
            {
                deliver(letter);
                _delivered++;
            }
        });
    }

    public void Post(string letter) => _letters.Add(letter);

    public async Task<int> CloseAsync()
    {
        _letters.CompleteAdding();
        await _clerk;
        return _delivered;
    }
}
