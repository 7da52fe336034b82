// Peek and dequeue are two steps: two senders send the same reminder, and the second dequeue drops one that nobody sent. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U960;

public sealed record Reminder(string Phone, DateTime Due);

public sealed class ReminderSender(ConcurrentQueue<Reminder> queue, Func<Reminder, Task> send)
{
    public async Task<int> SendDueAsync(DateTime now, int senders)
    {
        var loops = Enumerable.Range(0, senders).Select(_ => Task.Run(() => SendLoopAsync(now)));
        return (await Task.WhenAll(loops)).Sum();
    }

    private async Task<int> SendLoopAsync(DateTime now)
    {
        int sent = 0;
        while (queue.TryPeek(out var next) && next.Due <= now) // expect: CHECK_THEN_ACT?
        {
            queue.TryDequeue(out _); // expect: CHECK_THEN_ACT
            await send(next); // expect: CHECK_THEN_ACT?
            sent++;
        }
        return sent;
    }
}
