// Computes a digest of every reel of a film so that copies in the archive can be told apart. difficulty: medium
using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Threading.Tasks;

namespace Menagerie.M1367;

public sealed class ReelDigester : IDisposable
{
    private readonly HashAlgorithm _sha = SHA256.Create();

    public string[] DigestAll(IReadOnlyList<string> reels)
    {
        var digests = new string[reels.Count];
        Parallel.For(0, reels.Count, i =>
        {
            var bytes = File.ReadAllBytes(reels[i]);
            digests[i] = Convert.ToHexString(_sha.ComputeHash(bytes)); // expect: RACE
        });
        return digests;
    }

    public void Dispose() => _sha.Dispose();
}
