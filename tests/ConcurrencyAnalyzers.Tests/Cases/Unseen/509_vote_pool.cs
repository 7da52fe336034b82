// QueueUserWorkItem callbacks change the counts of one ballot; the countdown orders only the final read. difficulty: medium
namespace Cases.U509;

public sealed class Ballot
{
    public int Yes { get; set; }
    public int No { get; set; }
}

public static class VoteCounter
{
    public static Ballot Count(IReadOnlyList<string> stations, Func<string, bool> passed)
    {
        var ballot = new Ballot();
        using var done = new CountdownEvent(stations.Count);
        foreach (var station in stations)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                if (passed(station))
                {
                    ballot.Yes++; // expect: RACE
                }
                else
                {
                    ballot.No += 1; // expect: RACE
                }
                done.Signal();
            });
        }
        done.Wait();
        return ballot;
    }
}
