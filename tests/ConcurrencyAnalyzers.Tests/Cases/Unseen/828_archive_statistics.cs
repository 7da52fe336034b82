// The per-worker totals are private, but the final merge of Parallel.ForEach runs on several workers at once and takes no lock. difficulty: hard
namespace Cases.U828;

public sealed class ArchiveTotals
{
    public int Files { get; private set; }
    public long Bytes { get; private set; }
    public DateTime Newest { get; private set; }

    public void Count(FileInfo file)
    {
        Files++;
        Bytes += file.Length;
        Newest = file.LastWriteTimeUtc > Newest ? file.LastWriteTimeUtc : Newest;
    }

    public void Merge(ArchiveTotals other)
    {
        Files += other.Files; // expect: RACE#1
        Bytes += other.Bytes; // expect: RACE#1
        Newest = other.Newest > Newest ? other.Newest : Newest; // expect: RACE#1
    }
}

public static class ArchiveStatistics
{
    public static ArchiveTotals Collect(DirectoryInfo root)
    {
        var totals = new ArchiveTotals();
        Parallel.ForEach(
            root.EnumerateFiles("*", SearchOption.AllDirectories),
            () => new ArchiveTotals(),
            (file, _, local) =>
            {
                local.Count(file);
                return local;
            },
            local => totals.Merge(local)); // expect: RACE#1
        return totals;
    }
}
