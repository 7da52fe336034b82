// Sorts donations by cause and reports the causes with the most donations.
using System.Collections.Concurrent;

namespace Cases.U1614;

public sealed record Donation(string Donor, string Purpose, decimal Amount);

public sealed class CauseBoard
{
    private readonly ConcurrentDictionary<string, List<Donation>> _byCause = new();

    public void Pin(string cause, Donation donation)
    {
        var pinned = _byCause.GetOrAdd(cause, _ => []);
        lock (pinned)
        {
            pinned.Add(donation);
        }
    }

    public IEnumerable<(string Cause, decimal Amount)> Largest(int number) =>
        _byCause.Select(entry => (entry.Key, Total(entry.Value))).OrderByDescending(c => c.Item2).Take(number);

    private static decimal Total(List<Donation> donations)
    {
        lock (donations)
        {
            return donations.Sum(d => d.Amount);
        }
    }
}

public sealed class DonationSorter(IReadOnlyDictionary<string, string[]> wordsByCause)
{
    public List<(string Cause, decimal Amount)> Sort(IEnumerable<Donation> donations)
    {
        var board = new CauseBoard();
        Parallel.ForEach(donations, donation => Classify(donation, board));
        return board.Largest(5).ToList();
    }

    private void Classify(Donation donation, CauseBoard board)
    {
        bool matched = false;
        foreach (var (cause, words) in wordsByCause)
        {
            if (words.Any(w => donation.Purpose.Contains(w, StringComparison.OrdinalIgnoreCase)))
            {
                board.Pin(cause, donation);
                matched = true;
            }
        }
        if (!matched)
        {
            board.Pin("general", donation);
        }
    }
}
