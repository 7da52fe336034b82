// foreach makes a new variable per round and the counter is passed as an argument, so no delegate sees a later value. difficulty: medium
namespace Cases.U735;

public interface IBackupTarget
{
    Task<long> CopyAsync(string file, int ordinal, CancellationToken cancel);
}

public sealed class BackupRun(IBackupTarget target)
{
    public async Task<long> CopyAllAsync(IReadOnlyList<string> files, CancellationToken cancel)
    {
        var copies = new List<Task<long>>();
        int ordinal = 0;
        foreach (var file in files)
        {
            copies.Add(Start(file, ordinal));
            ordinal++;
        }

        long bytes = 0;
        foreach (long size in await Task.WhenAll(copies))
        {
            bytes += size;
        }
        return bytes;

        Task<long> Start(string path, int number) =>
            Task.Run(() => target.CopyAsync(path, number, cancel), cancel);
    }

    public async Task<string[]> MissingAsync(IReadOnlyList<string> files, Func<string, Task<bool>> exists)
    {
        var checks = new List<Task<string?>>();
        foreach (var file in files)
        {
            checks.Add(Task.Run(async () => await exists(file) ? null : file));
        }
        string?[] missing = await Task.WhenAll(checks);
        return missing.OfType<string>().ToArray();
    }
}
