// Who changes the word from 0 to 1 starts the pump, and nobody changes it back: there is one, whichever turn led there.
namespace Cases.R309;

public sealed class Pump
{
    private readonly List<string> _pumped = new();
    private int _isStarted;
    private Task? _worker;

    public Task? Worker => _worker;

    public void Push(string letter)
    {
        if (Interlocked.CompareExchange(ref _isStarted, 1, 0) == 0)
            _worker = Task.Run(() => _pumped.Add("first " + letter));
    }
}

public static class Post
{
    public static async Task SendAllAsync(IReadOnlyList<string> letters)
    {
        var pump = new Pump();
        foreach (var letter in letters)
            pump.Push(letter);
        if (pump.Worker is { } worker)
            await worker;
    }
}
