// The index is handed to the task as its state argument, boxed at the call: the static lambda captures nothing. difficulty: medium
namespace Cases.U528;

public sealed class ChunkHasher(byte[][] chunks)
{
    public async Task<int[]> HashAllAsync()
    {
        var tasks = new Task<int>[chunks.Length];
        for (int i = 0; i < chunks.Length; i++)
        {
            tasks[i] = Task.Factory.StartNew(
                static state =>
                {
                    var (all, index) = ((byte[][], int))state!;
                    return Hash(all[index]);
                },
                (chunks, i),
                CancellationToken.None,
                TaskCreationOptions.None,
                TaskScheduler.Default);
        }
        return await Task.WhenAll(tasks);
    }

    private static int Hash(byte[] chunk)
    {
        var hash = new HashCode();
        hash.AddBytes(chunk);
        return hash.ToHashCode();
    }
}
