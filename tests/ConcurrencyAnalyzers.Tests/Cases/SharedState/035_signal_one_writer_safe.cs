// The background thread writes before Set, the caller reads after Wait.
namespace Cases.S035;

public sealed class BootLoader(Func<string> load)
{
    private readonly ManualResetEventSlim _ready = new();
    private string? _config;
    private int _attempts;

    public string Start()
    {
        var thread = new Thread(() =>
        {
            _attempts++;
            _config = load();
            _ready.Set();
        });
        thread.Start();
        _ready.Wait();
        string result = $"{_config} after {_attempts}";
        thread.Join();
        return result;
    }
}
