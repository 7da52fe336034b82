// Every worker thread tallies into its own object; the tallies are added up after the loop.
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U609;

public sealed class LineTally
{
    public int Code { get; private set; }

    public int Comments { get; private set; }

    public int Blank { get; private set; }

    public void Add(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.IsEmpty)
        {
            Blank++;
        }
        else if (text.StartsWith("//"))
        {
            Comments++;
        }
        else
        {
            Code++;
        }
    }

    public void Merge(LineTally other)
    {
        Code += other.Code;
        Comments += other.Comments;
        Blank += other.Blank;
    }
}

public sealed class SourceCounter
{
    private readonly string _root;

    public SourceCounter(string root) => _root = root;

    public LineTally Count(string pattern)
    {
        using var tallies = new ThreadLocal<LineTally>(() => new LineTally(), trackAllValues: true);

        Parallel.ForEach(Files(pattern), path =>
        {
            var tally = tallies.Value!;
            foreach (var line in File.ReadLines(path))
            {
                tally.Add(line);
            }
        });

        var total = new LineTally();
        foreach (var tally in tallies.Values)
        {
            total.Merge(tally);
        }

        return total;
    }

    private IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(_root, pattern, SearchOption.AllDirectories);
}
