// The local async function's continuations run on pool threads at the same time and add to one captured total. difficulty: hard
namespace Cases.U826;

public sealed class MirrorProbe(HttpClient client)
{
    public sealed record Summary(long Bytes, int Reachable, TimeSpan Elapsed);

    public async Task<Summary> MeasureAsync(IReadOnlyList<Uri> mirrors, CancellationToken token)
    {
        var started = TimeProvider.System.GetTimestamp();
        long bytes = 0;
        var reachable = 0;

        await Task.WhenAll(mirrors.Select(ProbeAsync)).ConfigureAwait(false);

        return new Summary(bytes, reachable, TimeProvider.System.GetElapsedTime(started));

        async Task ProbeAsync(Uri mirror)
        {
            try
            {
                var body = await client.GetByteArrayAsync(mirror, token).ConfigureAwait(false);
                bytes += body.Length; // expect: RACE
                Interlocked.Increment(ref reachable);
            }
            catch (HttpRequestException)
            {
                // an unreachable mirror simply does not count
            }
        }
    }
}
