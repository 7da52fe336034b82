// The closure captures the variable batch, not the list it holds then: after the reassignment the task sends the next, half-filled batch. difficulty: medium
namespace Cases.U968;

public sealed class EventBatches(Func<IReadOnlyCollection<string>, Task> send)
{
    public async Task ShipAsync(IEnumerable<string> events)
    {
        var shipments = new List<Task>();
        var batch = new List<string>();
        foreach (var entry in events)
        {
            batch.Add(entry); // expect: RACE?, CAPTURE?
            if (batch.Count == 100) // expect: RACE?
            {
                shipments.Add(Task.Run(() => send(batch))); // expect: CAPTURE, RACE?
                batch = new List<string>(); // expect: CAPTURE?, RACE?
            }
        }
        shipments.Add(send(batch)); // expect: CAPTURE?, RACE?
        await Task.WhenAll(shipments);
    }
}
