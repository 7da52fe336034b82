// The lambdas capture per-iteration copies and a foreach variable; the shared counter moves by Interlocked only. difficulty: medium
namespace Cases.U700;

public sealed record Chunk(int Number, long Offset, int Length);

public interface IBlobClient
{
    Task UploadAsync(Chunk chunk, ReadOnlyMemory<byte> content);

    Task CommitAsync(string name);
}

public sealed class ChunkedUploader(IBlobClient client, int chunkSize)
{
    public async Task<int> UploadAsync(ReadOnlyMemory<byte> content)
    {
        var running = new List<Task>();
        int uploaded = 0;
        int number = 0;
        for (int offset = 0; offset < content.Length; offset += chunkSize)
        {
            int start = offset;
            int ordinal = number++;
            int length = Math.Min(chunkSize, content.Length - start);
            running.Add(Task.Run(async () =>
            {
                await client.UploadAsync(new Chunk(ordinal, start, length), content.Slice(start, length));
                Interlocked.Increment(ref uploaded);
            }));
        }
        await Task.WhenAll(running);
        return uploaded;
    }

    public async Task CommitAllAsync(IEnumerable<string> names)
    {
        var running = new List<Task>();
        foreach (string name in names)
        {
            string trimmed = name.Trim();
            running.Add(Task.Run(() => client.CommitAsync(name.Length == trimmed.Length ? name : trimmed)));
        }
        await Task.WhenAll(running);
    }
}
