using System.Collections.Concurrent;

namespace Smtp.Greylisting;

public readonly record struct Triplet(string Address, string Sender, string Recipient);

public enum Verdict { Defer, Accept }

public sealed class Greylist(TimeProvider clock, TimeSpan delay)
{
    private sealed class Entry(DateTimeOffset first)
    {
        public DateTimeOffset First { get; } = first;
        public int Passed;
    }

    private readonly ConcurrentDictionary<Triplet, Entry> _entries = new();
    private int _tracked;

    public int Tracked => Volatile.Read(ref _tracked);

    public Verdict Judge(Triplet triplet)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (!_entries.ContainsKey(triplet)) // expect: CHECK_THEN_ACT?
        {
            _entries[triplet] = new Entry(now); // expect: CHECK_THEN_ACT
            Interlocked.Increment(ref _tracked);
            return Verdict.Defer;
        }

        if (!_entries.TryGetValue(triplet, out Entry? entry) || now - entry.First < delay)
        {
            return Verdict.Defer;
        }
        entry.Passed++; // expect: RACE, NON_ATOMIC?
        return Verdict.Accept;
    }

    public int Expire(TimeSpan age)
    {
        DateTimeOffset cut = clock.GetUtcNow() - age;
        int dropped = 0;
        foreach ((Triplet key, Entry entry) in _entries)
        {
            if (entry.First < cut && _entries.TryRemove(KeyValuePair.Create(key, entry)))
            {
                Interlocked.Decrement(ref _tracked);
                dropped++;
            }
        }
        return dropped;
    }
}

public sealed class SmtpFrontEnd(Greylist greylist)
{
    public async Task<int> HandleAsync(IAsyncEnumerable<Triplet> rcpts, CancellationToken ct)
    {
        int deferred = 0;
        await Parallel.ForEachAsync(rcpts, ct, (triplet, _) =>
        {
            if (greylist.Judge(triplet) == Verdict.Defer)
            {
                Interlocked.Increment(ref deferred);
            }
            return ValueTask.CompletedTask;
        });
        return deferred;
    }
}
