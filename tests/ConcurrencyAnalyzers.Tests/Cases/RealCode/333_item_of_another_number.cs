using System.Threading.Tasks;

namespace RealCode333;

// The number is the same for all, or for every other one; or each run goes through all workers.
public sealed class Scan
{
    private readonly Worker[] _workers = new Worker[4];

    public sealed class Worker
    {
        public int Done;
        public int Left;
        public int Seen;
    }

    public async Task RunAsync()
    {
        var runs = new Task[_workers.Length];
        for (var i = 0; i < runs.Length; i++)
            runs[i] = StepAsync(0);
        await Task.WhenAll(runs);
    }

    public async Task RunFoldedAsync()
    {
        var runs = new Task[_workers.Length];
        for (var i = 0; i < runs.Length; i++)
        {
            var own = i;
            runs[i] = Task.Run(() => Fold(own % 2));
        }

        await Task.WhenAll(runs);
    }

    public async Task RunThroughAsync()
    {
        var runs = new Task[_workers.Length];
        for (var i = 0; i < runs.Length; i++)
            runs[i] = Task.Run(GoThrough);
        await Task.WhenAll(runs);
    }

    private async Task StepAsync(int number)
    {
        await Task.Yield();
        var worker = _workers[number];
        worker.Done++; // expect: RACE
    }

    private void Fold(int number)
    {
        var worker = _workers[number];
        worker.Left++; // expect: RACE
    }

    private void GoThrough()
    {
        for (var i = 0; i < _workers.Length; i++)
        {
            var worker = _workers[i];
            worker.Seen++; // expect: RACE
        }
    }
}
