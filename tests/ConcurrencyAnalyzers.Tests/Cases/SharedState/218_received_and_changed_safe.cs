// Whoever takes a job out of the channel has it alone.
using System.Threading.Channels;
namespace Cases.S218;

public sealed class Job { public int Tries; public string? Result; }
public sealed class Pool(Channel<Job> jobs)
{
    public async Task RunAsync(IEnumerable<string> names)
    {
        var workers = Enumerable.Range(0, 3).Select(_ => Task.Run(WorkAsync)).ToArray();
        foreach (var name in names)
        {
            var job = new Job { Result = name };
            job.Tries = 0;
            await jobs.Writer.WriteAsync(job);
        }
        jobs.Writer.Complete();
        await Task.WhenAll(workers);
    }
    private async Task WorkAsync()
    {
        await foreach (var job in jobs.Reader.ReadAllAsync())
        {
            job.Tries++;
            job.Result = "done";
        }
    }
}
