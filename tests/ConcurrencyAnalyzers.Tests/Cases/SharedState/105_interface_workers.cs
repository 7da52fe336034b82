// The work is behind an interface; both workers share the tally that they were given.
namespace Cases.S105;

public interface IWorker
{
    void Work(Tally tally);
}

public sealed class Tally
{
    public int Done { get; set; }
}

public sealed class Digger : IWorker
{
    public void Work(Tally tally)
    {
        for (int i = 0; i < 100; i++)
        {
            tally.Done++; // expect: RACE#1
        }
    }
}

public sealed class Painter : IWorker
{
    public void Work(Tally tally) => tally.Done += 10; // expect: RACE#1
}

public static class Site
{
    public static int Build()
    {
        IWorker[] workers = [new Digger(), new Painter()];
        var tally = new Tally();
        Parallel.ForEach(workers, worker => worker.Work(tally));
        return tally.Done;
    }
}
