// Producer and consumer share a plain Queue.
namespace Cases.S026;

public sealed class Mailroom
{
    private readonly Queue<string> _letters = new();
    private Task _clerk = Task.CompletedTask;
    private volatile bool _closed;

    public void Open(Action<string> deliver)
    {
        _clerk = Task.Run(() =>
        {
            while (!_closed)
            {
                if (_letters.TryDequeue(out var letter)) // expect: RACE
                {
                    deliver(letter);
                }
            }
        });
    }

    public void Post(string letter) => _letters.Enqueue(letter); // expect: RACE

    public async Task CloseAsync()
    {
        _closed = true;
        await _clerk;
    }
}
