// The token is an immutable record in a volatile field; the fetch and the assignment happen under the semaphore, after a second check; difficulty: medium
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U932
{
    public sealed record Token(string Value, DateTime Expires);

    public sealed class TokenSource
    {
        private readonly SemaphoreSlim _mutex = new SemaphoreSlim(1, 1);
        private readonly Func<Task<Token>> _login;
        private volatile Token? _token;

        public TokenSource(Func<Task<Token>> login) => _login = login;

        public async Task<string> GetAsync()
        {
            Token? token = _token;
            if (token != null && token.Expires > DateTime.UtcNow)
            {
                return token.Value;
            }
            await _mutex.WaitAsync().ConfigureAwait(false);
            try
            {
                token = _token;
                if (token == null || token.Expires <= DateTime.UtcNow)
                {
                    token = await _login().ConfigureAwait(false);
                    _token = token;
                }
                return token.Value;
            }
            finally
            {
                _mutex.Release();
            }
        }
    }

    public static class Program
    {
        private static int s_logins;

        private static async Task<Token> LoginAsync()
        {
            await Task.Delay(20).ConfigureAwait(false);
            int n = Interlocked.Increment(ref s_logins);
            return new Token("t" + n, DateTime.UtcNow.AddMinutes(5));
        }

        public static async Task Main()
        {
            var source = new TokenSource(LoginAsync);
            string[] tokens = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => source.GetAsync()));
            Console.WriteLine(string.Join(" ", tokens.Distinct()));
        }
    }
}
