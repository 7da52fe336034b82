// The plain dictionary is used by the one loop that reads the channel; callers only post messages and await the answer; difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Cases.U923
{
    public sealed class StockActor : IAsyncDisposable
    {
        private readonly record struct Request(string Item, int Delta, TaskCompletionSource<int> Answer);

        private readonly Channel<Request> _inbox = Channel.CreateUnbounded<Request>();
        private readonly Dictionary<string, int> _stock = new Dictionary<string, int>();
        private readonly Task _loop;

        public StockActor()
        {
            _loop = Task.Run(RunAsync);
        }

        public Task<int> ChangeAsync(string item, int delta)
        {
            ArgumentNullException.ThrowIfNull(item);
            var answer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_inbox.Writer.TryWrite(new Request(item, delta, answer)))
            {
                throw new ObjectDisposedException(nameof(StockActor));
            }
            return answer.Task;
        }

        private async Task RunAsync()
        {
            await foreach (Request r in _inbox.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                _stock.TryGetValue(r.Item, out int n);
                n = Math.Max(0, n + r.Delta);
                if (n == 0)
                {
                    _stock.Remove(r.Item);
                }
                else
                {
                    _stock[r.Item] = n;
                }
                r.Answer.SetResult(n);
            }
        }

        public async ValueTask DisposeAsync()
        {
            _inbox.Writer.TryComplete();
            await _loop.ConfigureAwait(false);
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            await using var stock = new StockActor();
            int[] levels = await Task.WhenAll(Enumerable.Range(1, 20).Select(n => stock.ChangeAsync("bolt", n % 3 - 1)));
            Console.WriteLine(levels[^1]);
        }
    }
}
