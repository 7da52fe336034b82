// The process is started in one helper and waited for in another; Result is read only after WhenAll has completed all tasks. difficulty: medium
using System.Diagnostics;

namespace Cases.U781;

public sealed class ArchiveVerifier(string tool)
{
    public async Task<IReadOnlyDictionary<string, bool>> VerifyAsync(IReadOnlyList<string> archives, CancellationToken cancel)
    {
        Task<int>[] exits = archives.Select(archive => CheckAsync(archive, cancel)).ToArray();
        await Task.WhenAll(exits);

        var verdicts = new Dictionary<string, bool>();
        for (int i = 0; i < archives.Count; i++)
        {
            verdicts[archives[i]] = exits[i].Result == 0;
        }
        return verdicts;
    }

    private async Task<int> CheckAsync(string archive, CancellationToken cancel)
    {
        using Process process = Launch(archive);
        await FinishAsync(process, cancel);
        return process.ExitCode;
    }

    private Process Launch(string archive)
    {
        var start = new ProcessStartInfo(tool) { UseShellExecute = false };
        start.ArgumentList.Add("--test");
        start.ArgumentList.Add(archive);
        return Process.Start(start) ?? throw new InvalidOperationException($"{tool} did not start.");
    }

    private static async Task FinishAsync(Process process, CancellationToken cancel)
    {
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }
}
