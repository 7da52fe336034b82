// A SemaphoreSlim with one seat guards the sum; the result is read after the await.
namespace Cases.S031;

public sealed class Archive(HttpClient http)
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public long Bytes { get; private set; }

    public async Task<long> FetchAsync(IEnumerable<Uri> pages, CancellationToken token = default)
    {
        await Parallel.ForEachAsync(pages, token, async (page, ct) =>
        {
            var data = await http.GetByteArrayAsync(page, ct);
            await _one.WaitAsync(ct);
            try
            {
                Bytes += data.Length;
            }
            finally
            {
                _one.Release();
            }
        });
        return Bytes;
    }
}
