// Without a synchronization context Progress<T> calls back on pool threads, several at once: the sums lose bytes. difficulty: hard
namespace Cases.U469;

public sealed class BackupRun(Func<string, CancellationToken, Task<long>> copy)
{
    private long _bytes;
    private int _files;

    public async Task RunAsync(IEnumerable<string> files)
    {
        IProgress<long> progress = new Progress<long>(copied =>
        {
            _bytes += copied; // expect: RACE
            _files++; // expect: RACE
        });
        await Parallel.ForEachAsync(files, async (file, stop) =>
        {
            progress.Report(await copy(file, stop));
        });
        Console.WriteLine($"{_files} files, {_bytes} bytes"); // expect: RACE?, NON_ATOMIC?
    }
}
