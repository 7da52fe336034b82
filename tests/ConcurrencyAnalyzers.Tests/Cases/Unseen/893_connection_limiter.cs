// Enter counts with Interlocked, Leave with a plain decrement, so that slots leak or are given out twice; difficulty: easy
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U893
{
    public sealed class ConnectionLimiter
    {
        private readonly int _max;
        private int _active;

        public ConnectionLimiter(int max) => _max = max;

        public bool TryEnter()
        {
            if (Interlocked.Increment(ref _active) <= _max)
            {
                return true;
            }
            Interlocked.Decrement(ref _active);
            return false;
        }

        public void Leave()
        {
            _active--; // expect: NON_ATOMIC, RACE?
        }
    }

    public sealed class Gateway
    {
        private readonly ConnectionLimiter _limiter = new ConnectionLimiter(8);

        public async Task<string> HandleAsync(int request)
        {
            if (!_limiter.TryEnter())
            {
                return "busy";
            }
            try
            {
                await Task.Delay(request % 7).ConfigureAwait(false);
                return "ok " + request;
            }
            finally
            {
                _limiter.Leave();
            }
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            var gateway = new Gateway();
            var calls = Enumerable.Range(0, 100).Select(n => Task.Run(() => gateway.HandleAsync(n)));
            foreach (string answer in await Task.WhenAll(calls))
            {
                Console.WriteLine(answer);
            }
        }
    }
}
