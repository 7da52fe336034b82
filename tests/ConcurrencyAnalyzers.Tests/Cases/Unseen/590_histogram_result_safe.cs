// A histogram over sensor rows: thread-local partial counts merged under a lock, per-row results by index.
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Cases.U590;

public readonly record struct Reading(int Channel, double Value);

public sealed class HistogramResult
{
    public HistogramResult(int[] buckets, double[] rowMeans)
    {
        Buckets = buckets;
        RowMeans = rowMeans;
    }

    public int[] Buckets { get; }

    public double[] RowMeans { get; }
}

public sealed class HistogramBuilder
{
    private readonly int _bucketCount;
    private readonly double _max;

    public HistogramBuilder(int bucketCount, double max)
    {
        _bucketCount = bucketCount;
        _max = max;
    }

    public HistogramResult Build(IReadOnlyList<Reading[]> rows)
    {
        var buckets = new int[_bucketCount];
        var means = new double[rows.Count];
        var merge = new object();

        Parallel.For(
            0,
            rows.Count,
            () => new int[_bucketCount],
            (index, _, local) =>
            {
                var sum = 0.0;
                foreach (var reading in rows[index])
                {
                    local[BucketOf(reading.Value)]++;
                    sum += reading.Value;
                }

                means[index] = rows[index].Length == 0 ? 0 : sum / rows[index].Length;
                return local;
            },
            local =>
            {
                lock (merge)
                {
                    for (var b = 0; b < buckets.Length; b++)
                    {
                        buckets[b] += local[b];
                    }
                }
            });

        return new HistogramResult(buckets, means);
    }

    private int BucketOf(double value) =>
        Math.Clamp((int)(value / _max * _bucketCount), 0, _bucketCount - 1);
}
