// Every worker gets a tally of its own.
namespace Cases.S106;

public interface IWorker
{
    int Work(Tally tally);
}

public sealed class Tally
{
    public int Done { get; set; }
}

public sealed class Digger : IWorker
{
    public int Work(Tally tally)
    {
        for (int i = 0; i < 100; i++)
        {
            tally.Done++;
        }

        return tally.Done;
    }
}

public static class Site
{
    public static int Build()
    {
        IWorker[] workers = [new Digger(), new Digger()];
        int sum = 0;
        Parallel.ForEach(workers, worker =>
        {
            int done = worker.Work(new Tally());
            Interlocked.Add(ref sum, done);
        });
        return sum;
    }
}
