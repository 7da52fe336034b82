// Asking twice for the same text does no harm.
namespace Cases.Atomicity.S056;

public sealed class Tokens(Func<Task<string>> fetch)
{
    private readonly object _gate = new();
    private string? _token;
    private int _asked;

    public async Task<string> GetAsync()
    {
        lock (_gate)
            _asked++;
        if (_token == null)
        {
            _token = await fetch();
        }

        return _token;
    }
}
