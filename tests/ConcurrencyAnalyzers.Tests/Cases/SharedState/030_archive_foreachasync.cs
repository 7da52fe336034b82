// Parallel.ForEachAsync runs bodies at once; the plain long loses bytes.
namespace Cases.S030;

public sealed class Archive(HttpClient http)
{
    public long Bytes { get; private set; }

    public async Task<long> FetchAsync(IEnumerable<Uri> pages, CancellationToken token = default)
    {
        await Parallel.ForEachAsync(pages, token, async (page, ct) =>
        {
            var data = await http.GetByteArrayAsync(page, ct);
            Bytes += data.Length; // expect: RACE
        });
        return Bytes;
    }
}
