// Open, close and sweep hold the async mutex; the property that counts logged-in users walks the dictionary without it. difficulty: medium
namespace Cases.U697;

public sealed record Login(string Token, string User, DateTime ExpiresAt)
{
    public bool IsAlive(DateTime now) => ExpiresAt > now;
}

public sealed class LoginRegistry
{
    private readonly SemaphoreSlim _mutex = new(1, 1);
    private readonly Dictionary<string, Login> _byToken = new();

    public int UsersOnline =>
        _byToken.Values.Where(login => login.IsAlive(DateTime.UtcNow)).DistinctBy(login => login.User).Count(); // expect: INCONSISTENT_LOCK

    public async Task<string> LogInAsync(string user, TimeSpan lifetime)
    {
        string token = Guid.NewGuid().ToString("N");
        await _mutex.WaitAsync();
        try
        {
            _byToken[token] = new Login(token, user, DateTime.UtcNow + lifetime);
        }
        finally
        {
            _mutex.Release();
        }
        return token;
    }

    public async Task<bool> LogOutAsync(string token)
    {
        await _mutex.WaitAsync();
        try
        {
            return _byToken.Remove(token);
        }
        finally
        {
            _mutex.Release();
        }
    }

    public async Task SweepAsync(DateTime now)
    {
        await _mutex.WaitAsync();
        try
        {
            foreach (Login login in _byToken.Values.Where(l => !l.IsAlive(now)).ToList())
            {
                _byToken.Remove(login.Token);
            }
        }
        finally
        {
            _mutex.Release();
        }
    }
}
