// One region runs in the queue, however many members lead there: the queue is there for the pictures, not for the size.
namespace Cases.R277;

internal sealed class TaskLine
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<int> Enqueue(Func<Task<int>> work)
    {
        await _turn.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }
}

public sealed class Page
{
    private readonly TaskLine _pictures = new();
    private int _width;

    public Task<int> PictureAsync() => PictureAsync(100);

    public async Task<string> PictureTextAsync() => (await PictureAsync(200)).ToString();

    public Task<int> PictureAsync(int width) => _pictures.Enqueue(async () =>
    {
        await SetWidthAsync(width);
        await Task.Delay(1);
        return _width;
    });

    public async Task SetWidthAsync(int width)
    {
        if (_width != width)
            _width = width;
        await Task.Delay(1);
    }
}
