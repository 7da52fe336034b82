// Clerks throw opened envelopes on one pile without a lock; the archivist takes the whole pile away, newest envelope first. difficulty: hard
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1559;

public sealed class EnvelopePile
{
    private sealed class Envelope(string sender, Envelope? below)
    {
        public string Sender { get; } = sender;

        public Envelope? Below { get; } = below;

        public int Height { get; } = below is null ? 1 : below.Height + 1;
    }

    private Envelope? _top;

    public int Height => Volatile.Read(ref _top)?.Height ?? 0;

    public void Throw(string sender)
    {
        while (true)
        {
            var top = Volatile.Read(ref _top);
            if (Interlocked.CompareExchange(ref _top, new Envelope(sender, top), top) == top)
            {
                return;
            }
        }
    }

    public List<string> TakeAway()
    {
        var senders = new List<string>();
        for (var envelope = Interlocked.Exchange(ref _top, null); envelope != null; envelope = envelope.Below)
        {
            senders.Add(envelope.Sender);
        }
        return senders;
    }
}

public static class MailOpening
{
    public static async Task<int> RunAsync(IEnumerable<string[]> sacks)
    {
        var pile = new EnvelopePile();
        var clerks = sacks
            .Select(sack => Task.Run(() =>
            {
                foreach (var sender in sack)
                {
                    pile.Throw(sender);
                }
            }))
            .ToArray();
        int archived = pile.TakeAway().Count;
        await Task.WhenAll(clerks);
        return archived + pile.TakeAway().Count;
    }
}
