// Each work item fills its own object; the countdown orders them before the sum.
namespace Cases.S034;

public sealed class ReefCount
{
    public int Fish;
    public int Sharks;
}

public static class ReefSurvey
{
    public static int Dive(IReadOnlyList<string[]> transects)
    {
        var counts = new ReefCount[transects.Count];
        using var done = new CountdownEvent(transects.Count);
        for (int i = 0; i < transects.Count; i++)
        {
            int index = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                var own = new ReefCount();
                foreach (var animal in transects[index])
                {
                    if (animal == "shark")
                    {
                        own.Sharks++;
                    }
                    else
                    {
                        own.Fish++;
                    }
                }

                counts[index] = own;
                done.Signal();
            });
        }

        done.Wait();
        return counts.Sum(c => c.Fish + c.Sharks);
    }
}
