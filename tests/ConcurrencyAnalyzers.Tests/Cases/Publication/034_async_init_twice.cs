// Two callers start the download; the task of one is thrown away while it runs.
namespace Cases.P034;

public sealed class Forecast
{
    private Task<string>? _download;
    private int _downloads;

    public int Downloads => Volatile.Read(ref _downloads);

    public async Task<int> ReadAsync(int readers)
    {
        string[] texts = await Task.WhenAll(Enumerable.Range(0, readers).Select(_ => Task.Run(GetAsync)));
        return texts.Sum(text => text.Length);
    }

    private Task<string> GetAsync() => _download ??= DownloadAsync(); // expect: LAZY_INIT

    private async Task<string> DownloadAsync()
    {
        Interlocked.Increment(ref _downloads);
        await Task.Delay(10);
        return "sun";
    }
}
