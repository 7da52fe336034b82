// The token is fetched whenever the field is null, with an await between the check and the assignment, so it is fetched many times; difficulty: medium
// Blind: a text that is fetched twice: one is as good as another, as far as the code tells.
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U900
{
    public sealed class TokenCache
    {
        private readonly Func<Task<string>> _fetch;
        private volatile string? _token;

        public TokenCache(Func<Task<string>> fetch) => _fetch = fetch;

        public async Task<string> GetAsync()
        {
            if (_token == null) // blind: LAZY_INIT#1
            {
                _token = await _fetch().ConfigureAwait(false); // blind: LAZY_INIT#1
            }
            return _token;
        }
    }

    public sealed class ApiClient
    {
        private readonly TokenCache _tokens;
        private int _logins;

        public ApiClient()
        {
            _tokens = new TokenCache(LoginAsync);
        }

        // The identity server revokes the previous token at each login.
        private async Task<string> LoginAsync()
        {
            int n = Interlocked.Increment(ref _logins);
            await Task.Delay(30).ConfigureAwait(false);
            return "token-" + n;
        }

        public async Task<string> CallAsync(string path)
        {
            string token = await _tokens.GetAsync().ConfigureAwait(false);
            return path + " with " + token;
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            var client = new ApiClient();
            string[] paths = { "/a", "/b", "/c" };
            foreach (string r in await Task.WhenAll(paths.Select(client.CallAsync)))
            {
                Console.WriteLine(r);
            }
        }
    }
}
