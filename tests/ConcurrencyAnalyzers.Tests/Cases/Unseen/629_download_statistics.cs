// volatile makes the counters visible, but ++ and += on them are still a read and a write. difficulty: easy
namespace Cases.U629;

public sealed class DownloadStatistics
{
    private volatile int _completed;
    private volatile int _retries;

    public int Completed => _completed;

    public int Retries => _retries;

    public void OnCompleted() => _completed++; // expect: NON_ATOMIC, RACE?

    public void OnRetried(int attempts)
    {
        if (attempts > 1)
        {
            _retries += attempts - 1; // expect: NON_ATOMIC, RACE?
        }
    }
}

public sealed class MirrorDownloader(HttpClient http, DownloadStatistics statistics)
{
    private const int MaxAttempts = 4;

    public async Task<string> DownloadAsync(IEnumerable<Uri> files, CancellationToken token)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = token };
        await Parallel.ForEachAsync(files, options, DownloadOneAsync).ConfigureAwait(false);
        return $"{statistics.Completed} files, {statistics.Retries} retries";
    }

    private async ValueTask DownloadOneAsync(Uri file, CancellationToken token)
    {
        for (int attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            try
            {
                using var response = await http.GetAsync(file, token).ConfigureAwait(false);
                response.EnsureSuccessStatusCode();
                statistics.OnCompleted();
                statistics.OnRetried(attempt);
                return;
            }
            catch (HttpRequestException) when (attempt < MaxAttempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), token).ConfigureAwait(false);
            }
        }
    }
}
