// The cancellation callback runs on the thread that cancels and empties the list between the loop's test and its use. difficulty: hard
namespace Cases.U459;

public sealed class DownloadBatch(HttpClient http)
{
    public async Task<int> RunAsync(IReadOnlyList<Uri> files, CancellationToken stop)
    {
        var pending = new List<Uri>(files);
        int done = 0;
        using var registration = stop.Register(() => pending.Clear()); // expect: RACE#1, CAPTURE?
        while (pending.Count > 0) // expect: RACE#1
        {
            var next = pending[^1]; // expect: RACE#1
            await http.GetByteArrayAsync(next);
            pending.RemoveAt(pending.Count - 1); // expect: RACE#1
            done++;
        }
        return done;
    }
}
