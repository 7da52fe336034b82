// One hash object serves all parallel workers; it keeps the running state of a computation and is not made for that. difficulty: hard
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Cases.U740;

public sealed class PhotoDeduplicator : IDisposable
{
    private readonly SHA256 _sha = SHA256.Create();

    public IReadOnlyCollection<string> FindDuplicates(IEnumerable<string> photos)
    {
        var originals = new ConcurrentDictionary<string, string>();
        var duplicates = new ConcurrentQueue<string>();
        Parallel.ForEach(photos, photo =>
        {
            using var stream = File.OpenRead(photo);
            string digest = Convert.ToHexString(_sha.ComputeHash(stream)); // expect: RACE
            if (!originals.TryAdd(digest, photo))
            {
                duplicates.Enqueue(photo);
            }
        });
        return duplicates;
    }

    public void Dispose() => _sha.Dispose();
}
