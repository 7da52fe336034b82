// Every partition of Parallel.For counts into its own array; the partitions are merged under a lock. difficulty: medium
namespace Cases.U681;

public sealed record Frame(int Width, int Height, byte[] Luma);

public sealed class ExposureMeter
{
    private readonly object _merge = new();
    private readonly long[] _bins = new long[256];

    public void Accumulate(Frame frame)
    {
        Parallel.For(
            0,
            frame.Height,
            () => new long[256],
            (row, _, local) =>
            {
                CountRow(frame, row, local);
                return local;
            },
            Merge);
    }

    public double MeanLuma()
    {
        lock (_merge)
        {
            long pixels = 0;
            long sum = 0;
            for (int level = 0; level < _bins.Length; level++)
            {
                pixels += _bins[level];
                sum += level * _bins[level];
            }
            return pixels == 0 ? 0 : (double)sum / pixels;
        }
    }

    public long[] Snapshot()
    {
        lock (_merge)
        {
            return (long[])_bins.Clone();
        }
    }

    private static void CountRow(Frame frame, int row, long[] bins)
    {
        int start = row * frame.Width;
        for (int x = 0; x < frame.Width; x++)
        {
            bins[frame.Luma[start + x]]++;
        }
    }

    private void Merge(long[] local)
    {
        lock (_merge)
        {
            for (int level = 0; level < local.Length; level++)
            {
                _bins[level] += local[level];
            }
        }
    }
}
