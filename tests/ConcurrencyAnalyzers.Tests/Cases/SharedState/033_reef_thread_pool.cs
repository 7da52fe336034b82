// Work items of the ThreadPool count what they found in a field of another object.
namespace Cases.S033;

public sealed class ReefCount
{
    public int Fish;
    public int Sharks;
}

public static class ReefSurvey
{
    public static ReefCount Dive(IReadOnlyList<string[]> transects)
    {
        var count = new ReefCount();
        using var done = new CountdownEvent(transects.Count);
        foreach (var transect in transects)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                foreach (var animal in transect)
                {
                    if (animal == "shark")
                    {
                        count.Sharks++; // expect: RACE
                    }
                    else
                    {
                        count.Fish++; // expect: RACE
                    }
                }

                done.Signal();
            });
        }

        done.Wait();
        return count;
    }
}
