// part and offset live outside the loop and move on while the queued lambdas have not read them yet; size is fresh each round. difficulty: medium
namespace Cases.U663;

public sealed record PartReceipt(int Part, string ETag);

public interface IObjectStore
{
    Task<PartReceipt> PutPartAsync(string key, int part, long offset, long size, CancellationToken token);
}

public sealed class MultipartUpload(IObjectStore store, string key)
{
    private const long PartSize = 8L * 1024 * 1024;

    public async Task<IReadOnlyList<PartReceipt>> UploadAsync(long length, CancellationToken token)
    {
        var uploads = new List<Task<PartReceipt>>();
        long offset = 0;
        int part = 1;

        while (offset < length)
        {
            long size = Math.Min(PartSize, length - offset);
            uploads.Add(Task.Run(
                () => store.PutPartAsync(
                    key,
                    part, // expect: CAPTURE#1, RACE?
                    offset, // expect: CAPTURE#1, RACE?
                    size,
                    token),
                token));
            offset += size; // expect: RACE?
            part++; // expect: RACE?
        }

        var receipts = await Task.WhenAll(uploads).ConfigureAwait(false);
        Array.Sort(receipts, (left, right) => left.Part.CompareTo(right.Part));
        return receipts;
    }
}
