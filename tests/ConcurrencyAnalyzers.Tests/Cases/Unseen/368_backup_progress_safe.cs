// The display may print a slightly old count, which harms nobody; every change is an Interlocked call and the final figure comes after the join. difficulty: medium
namespace Cases.U368;

public sealed class BackupProgress(int files)
{
    private int _done;
    private long _bytes;

    public string Text => $"{Volatile.Read(ref _done)}/{files}";

    public long Run(IEnumerable<string> paths, Func<string, long> copy, Action<string> display)
    {
        using var finished = new ManualResetEventSlim();
        var printer = new Thread(() =>
        {
            while (!finished.Wait(250))
            {
                display(Text);
            }
        });
        printer.Start();
        try
        {
            Parallel.ForEach(paths, path =>
            {
                Interlocked.Add(ref _bytes, copy(path));
                Interlocked.Increment(ref _done);
            });
        }
        finally
        {
            finished.Set();
            printer.Join();
        }
        return _bytes;
    }
}
