// Under the lock only the reference is copied: the batch is the live list, serialised while other requests add to it. difficulty: medium
using System.Text.Json;

namespace Cases.U659;

public sealed record UsageEvent(string Customer, string Feature, long Units);

public sealed class UsageReporter(HttpClient http, Uri endpoint)
{
    private readonly object _gate = new();
    private readonly List<UsageEvent> _pending = [];

    public void Track(UsageEvent usage)
    {
        lock (_gate)
        {
            _pending.Add(usage);
        }
    }

    public async Task<int> FlushAsync(CancellationToken token)
    {
        List<UsageEvent> batch;
        lock (_gate)
        {
            batch = _pending; // expect: ESCAPES_LOCK
        }

        if (batch.Count == 0) // expect: ESCAPES_LOCK?, INCONSISTENT_LOCK?, RACE?
        {
            return 0;
        }

        var json = JsonSerializer.Serialize(batch); // expect: ESCAPES_LOCK?, INCONSISTENT_LOCK?, RACE?
        using var content = new StringContent(json);
        using var response = await http.PostAsync(endpoint, content, token).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();

        lock (_gate)
        {
            int sent = _pending.Count;
            _pending.Clear(); // expect: CHECK_THEN_ACT?
            return sent;
        }
    }
}
