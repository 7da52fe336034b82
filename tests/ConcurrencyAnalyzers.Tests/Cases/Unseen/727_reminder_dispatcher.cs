// Several drain threads look at the head and then take it in a second step: one may remove a reminder that another never looked at. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U727;

public sealed record Reminder(string Recipient, DateTime Due, string Text);

public sealed class ReminderDispatcher(Action<Reminder> send)
{
    private readonly ConcurrentQueue<Reminder> _pending = new();
    private int _sent;

    public int Sent => Volatile.Read(ref _sent);

    public void Schedule(Reminder reminder) => _pending.Enqueue(reminder);

    public void DrainDue(DateTime now, int workers)
    {
        var threads = new List<Thread>();
        for (int i = 0; i < workers; i++)
        {
            var thread = new Thread(() => Drain(now)) { Name = "reminders" };
            threads.Add(thread);
            thread.Start();
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
    }

    private void Drain(DateTime now)
    {
        while (_pending.TryPeek(out var next) && next.Due <= now)
        {
            _pending.TryDequeue(out _); // expect: CHECK_THEN_ACT
            send(next);
            Interlocked.Increment(ref _sent);
        }
    }
}
