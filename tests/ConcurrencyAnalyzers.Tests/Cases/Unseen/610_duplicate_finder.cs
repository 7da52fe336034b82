// Removes duplicate images by content hash, hashing with PLINQ.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;

namespace Cases.U610;

public sealed record ImageFile(string Path, string Hash, long Length);

public sealed class DuplicateFinder
{
    private readonly string _root;
    private readonly long _minLength;

    public DuplicateFinder(string root, long minLength)
    {
        _root = root;
        _minLength = minLength;
    }

    public IReadOnlyList<ImageFile> FindUnique()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);

        return Directory.EnumerateFiles(_root, "*.png", SearchOption.AllDirectories)
            .AsParallel()
            .WithDegreeOfParallelism(Environment.ProcessorCount)
            .Select(Describe)
            .Where(image => image.Length >= _minLength)
            .Where(image => seen.Add(image.Hash)) // expect: RACE
            .OrderBy(image => image.Path, StringComparer.Ordinal)
            .ToList();
    }

    public long WastedBytes(IReadOnlyList<ImageFile> unique)
    {
        var kept = unique.Sum(image => image.Length);
        var all = Directory.EnumerateFiles(_root, "*.png", SearchOption.AllDirectories)
            .Sum(path => new FileInfo(path).Length);
        return all - kept;
    }

    private static ImageFile Describe(string path)
    {
        using var stream = File.OpenRead(path);
        var hash = System.Convert.ToHexString(SHA256.HashData(stream));
        return new ImageFile(path, hash, stream.Length);
    }
}
