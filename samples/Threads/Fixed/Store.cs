namespace Threads;

/// <summary>Keeps a text somewhere.</summary>
internal interface IStore
{
    Task SaveAsync(string text);

    string Load();
}

/// <summary>A store that takes its time, as a disk or a network does.</summary>
internal sealed class SlowStore : IStore
{
    private volatile string _text = "";

    public async Task SaveAsync(string text)
    {
        await Task.Delay(50);
        _text = text;
    }

    public string Load() => _text;
}
