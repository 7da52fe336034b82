// Task.Run moves blocking file copies off the caller; the only computation is comparing a signature of four bytes. difficulty: medium
namespace Cases.U800;

public sealed class AlbumImporter(string target)
{
    private static readonly byte[] Signature = [0xFF, 0xD8, 0xFF, 0xE0];

    public Task<int> ImportAsync(IReadOnlyList<string> photos, CancellationToken cancel) => Task.Run(
        () =>
        {
            int copied = 0;
            foreach (string photo in photos)
            {
                cancel.ThrowIfCancellationRequested();
                if (!HasSignature(photo))
                {
                    continue;
                }
                File.Copy(photo, Path.Combine(target, Path.GetFileName(photo)), overwrite: true);
                copied++;
            }
            return copied;
        },
        cancel);

    private static bool HasSignature(string photo)
    {
        Span<byte> head = stackalloc byte[4];
        using FileStream file = File.OpenRead(photo);
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            return false;
        }
        for (int i = 0; i < head.Length; i++)
        {
            if (head[i] != Signature[i])
            {
                return false;
            }
        }
        return true;
    }
}
