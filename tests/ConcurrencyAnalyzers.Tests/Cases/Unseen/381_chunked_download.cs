// size is new in every iteration, offset is not: the tasks read it after the loop has already advanced it. difficulty: medium
namespace Cases.U381;

public sealed class ChunkedDownload(Func<long, int, Task<byte[]>> fetchRange)
{
    public async Task<byte[]> LoadAsync(IEnumerable<int> sizes)
    {
        long offset = 0;
        var parts = new List<Task<byte[]>>();
        foreach (var size in sizes)
        {
            parts.Add(Task.Run(() => fetchRange(offset, size))); // expect: CAPTURE, RACE?
            offset += size; // expect: CAPTURE?, RACE?
        }
        var chunks = await Task.WhenAll(parts);
        return chunks.SelectMany(chunk => chunk).ToArray();
    }
}
