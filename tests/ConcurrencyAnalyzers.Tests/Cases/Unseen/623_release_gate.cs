// All checks assign the one captured error variable: a check that passes later wipes out the error of one that failed. difficulty: medium
namespace Cases.U623;

public sealed record ReleaseManifest(string Version, IReadOnlyList<string> Artifacts);

public interface IReleaseCheck
{
    string Name { get; }

    Task<string?> RunAsync(ReleaseManifest manifest, CancellationToken token);
}

public sealed record Verdict(bool Accepted, int Passed, string? Error);

public sealed class ReleaseGate(IReadOnlyList<IReleaseCheck> checks)
{
    public async Task<Verdict> VerifyAsync(ReleaseManifest manifest, CancellationToken token)
    {
        string? error = null;
        int passed = 0;
        var running = new List<Task>(checks.Count);

        foreach (var check in checks)
        {
            running.Add(Task.Run(async () =>
            {
                error = await check.RunAsync(manifest, token).ConfigureAwait(false); // expect: RACE, CAPTURE?
                if (error == null) // expect: RACE?, CAPTURE?
                {
                    Interlocked.Increment(ref passed);
                }
            }, token));
        }

        await Task.WhenAll(running).ConfigureAwait(false);
        return new Verdict(error == null, passed, error);
    }
}
