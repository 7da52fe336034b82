// Every worker thread has its own hash object through ThreadLocal; they are disposed after the loop has ended. difficulty: medium
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Cases.U741;

public static class ManifestBuilder
{
    public static SortedDictionary<string, string> Build(string folder)
    {
        var digests = new ConcurrentDictionary<string, string>();
        using var hashers = new ThreadLocal<HashAlgorithm>(() => SHA512.Create(), trackAllValues: true);
        Parallel.ForEach(Directory.EnumerateFiles(folder), file =>
        {
            using var stream = File.OpenRead(file);
            digests[Path.GetFileName(file)] = Convert.ToHexString(hashers.Value!.ComputeHash(stream));
        });
        foreach (var hasher in hashers.Values)
        {
            hasher.Dispose();
        }
        return new SortedDictionary<string, string>(digests);
    }
}
