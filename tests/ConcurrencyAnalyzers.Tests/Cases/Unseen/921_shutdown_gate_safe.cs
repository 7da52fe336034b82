// Interlocked.Exchange lets exactly one caller do the shutdown; it writes the plain field before it completes the source all others await; difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U921
{
    public sealed class Shutdown
    {
        private readonly TaskCompletionSource _finished =
            new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<Func<Task>> _steps;
        private int _begun;
        private string _summary = "";

        public Shutdown(IEnumerable<Func<Task>> steps)
        {
            _steps = steps.ToList();
        }

        public async Task<string> RunAsync()
        {
            if (Interlocked.Exchange(ref _begun, 1) == 0)
            {
                int failed = 0;
                foreach (Func<Task> step in _steps)
                {
                    try
                    {
                        await step().ConfigureAwait(false);
                    }
                    catch (Exception)
                    {
                        failed++;
                    }
                }
                _summary = $"{_steps.Count} steps, {failed} failed";
                _steps.Clear();
                _finished.SetResult();
            }
            await _finished.Task.ConfigureAwait(false);
            return _summary;
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            var shutdown = new Shutdown(new Func<Task>[]
            {
                () => Task.Delay(20),
                () => Task.FromException(new InvalidOperationException("no network")),
            });
            string[] answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(shutdown.RunAsync)));
            Console.WriteLine(string.Join(" | ", answers));
        }
    }
}
