// Uploads a file in parts, all parts at once.
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U600;

public sealed record UploadedPart(int Number, string Tag);

public interface IPartStore
{
    Task<string> PutAsync(string key, int part, byte[] content, CancellationToken ct);
}

public sealed class MultipartUploader
{
    private const int PartSize = 5 * 1024 * 1024;
    private readonly IPartStore _store;

    public MultipartUploader(IPartStore store) => _store = store;

    public async Task<UploadedPart[]> UploadAsync(string path, string key, CancellationToken ct)
    {
        var parts = PartCount(new FileInfo(path).Length);
        var uploads = new List<Task<UploadedPart>>(parts);

        for (var part = 0; part < parts; part++)
        {
            uploads.Add(Task.Run(async () =>
            {
                var content = await ReadPartAsync(path, part, ct); // expect: CAPTURE#1
                var tag = await _store.PutAsync(key, part, content, ct); // expect: CAPTURE#1
                return new UploadedPart(part, tag); // expect: CAPTURE#1
            }, ct));
        }

        return await Task.WhenAll(uploads);
    }

    private static int PartCount(long length) => (int)((length + PartSize - 1) / PartSize);

    private static async Task<byte[]> ReadPartAsync(string path, int part, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var offset = (long)part * PartSize;
        var content = new byte[(int)Math.Min(PartSize, file.Length - offset)];
        file.Seek(offset, SeekOrigin.Begin);
        await file.ReadExactlyAsync(content, ct);
        return content;
    }
}
