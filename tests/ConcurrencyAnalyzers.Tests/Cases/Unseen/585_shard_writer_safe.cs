// One writer thread per shard, each with its own copy of the shard number.
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Cases.U585;

public sealed class ShardWriter
{
    private readonly string _folder;
    private readonly int _shards;

    public ShardWriter(string folder, int shards)
    {
        _folder = folder;
        _shards = shards;
    }

    public int[] Write(IReadOnlyList<string> rows)
    {
        var written = new int[_shards];
        var threads = new Thread[_shards];
        var offset = 0;

        for (var i = 0; i < _shards; i++)
        {
            var shard = i;
            var start = offset;
            var count = CountFor(shard, rows.Count);
            threads[i] = new Thread(() => written[shard] = WriteShard(shard, rows, start, count))
            {
                Name = $"shard-{shard}",
            };
            threads[i].Start();
            offset += count;
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        return written;
    }

    private int CountFor(int shard, int total)
    {
        var share = total / _shards;
        return shard < total % _shards ? share + 1 : share;
    }

    private int WriteShard(int shard, IReadOnlyList<string> rows, int start, int count)
    {
        using var output = new StreamWriter(Path.Combine(_folder, $"part-{shard:D3}.csv"));
        for (var row = start; row < start + count; row++)
        {
            output.WriteLine(rows[row]);
        }

        return count;
    }
}

public static class ExportCommand
{
    public static void Run(string folder, IReadOnlyList<string> rows)
    {
        var counts = new ShardWriter(folder, 4).Write(rows);
        Console.WriteLine(string.Join(", ", counts));
    }
}
