// Every iteration makes a lock object of its own, so the lock excludes nobody and the list is filled concurrently. difficulty: medium
namespace Cases.U669;

public sealed record Thumbnail(string Source, int Width, int Height);

public sealed record BatchReport(IReadOnlyList<Thumbnail> Made, int Failed);

public sealed class ThumbnailBatch(Func<string, Thumbnail?> render)
{
    public BatchReport Run(IReadOnlyCollection<string> sources, IProgress<int> progress)
    {
        var made = new List<Thumbnail>(sources.Count);
        int done = 0;
        int failed = 0;

        Parallel.ForEach(sources, source =>
        {
            var gate = new object();
            var thumbnail = render(source);
            if (thumbnail == null)
            {
                Interlocked.Increment(ref failed);
            }
            else
            {
                lock (gate) // expect: LOCK_MISUSE?
                {
                    made.Add(thumbnail); // expect: RACE, INCONSISTENT_LOCK?
                }
            }
            progress.Report(Interlocked.Increment(ref done));
        });

        return new BatchReport(made, failed);
    }
}
