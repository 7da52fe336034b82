using System.Threading.Tasks;

namespace RealCode332;

// Each run is given a number, takes the worker of that number into a variable, and changes it: no other run has it.
public sealed class Scan
{
    private readonly Worker[] _workers = new Worker[4];

    public sealed class Worker
    {
        public int Done;

        private int _found;

        public void Find() => _found++;
    }

    public async Task RunAsync()
    {
        var runs = new Task[_workers.Length];
        for (var i = 0; i < runs.Length; i++)
            runs[i] = StepAsync(i);
        await Task.WhenAll(runs);
    }

    public async Task<bool> RunCopiedAsync()
    {
        return await Start();

        async Task<bool> Start()
        {
            var runs = new Task[_workers.Length];
            var i = 0;
            while (i < runs.Length)
            {
                var own = i;
                runs[own] = StepAsync(own);
                i++;
            }

            await Task.WhenAll(runs);
            return true;
        }
    }

    public void RunParallel() => Parallel.For(0, _workers.Length, i =>
    {
        var worker = _workers[i];
        worker.Done++;
    });

    private async Task StepAsync(int number)
    {
        await Task.Yield();
        var worker = _workers[number];
        worker.Find();
    }
}
