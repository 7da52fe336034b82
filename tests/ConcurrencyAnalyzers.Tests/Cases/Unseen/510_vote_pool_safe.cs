// Each work item owns one ballot and signals the countdown; the totals are added after the wait. difficulty: medium
namespace Cases.U510;

public sealed class Ballot
{
    public int Yes { get; set; }
    public int No { get; set; }
}

public static class VoteCounter
{
    public static Ballot Count(IReadOnlyList<string> stations, Func<string, IEnumerable<bool>> votesOf)
    {
        var total = new Ballot();
        var ballots = new List<Ballot>();
        using var done = new CountdownEvent(stations.Count);
        foreach (var station in stations)
        {
            var own = new Ballot();
            ballots.Add(own);
            ThreadPool.QueueUserWorkItem(_ =>
            {
                foreach (var vote in votesOf(station))
                {
                    if (vote) own.Yes++; else own.No++;
                }
                done.Signal();
            });
        }
        done.Wait();
        foreach (var ballot in ballots)
        {
            total.Yes += ballot.Yes;
            total.No += ballot.No;
        }
        return total;
    }
}
