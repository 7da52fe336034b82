// The thread goes on writing after it has signalled.
namespace Cases.S036;

public sealed class BootLoader(Func<string> load)
{
    private readonly ManualResetEventSlim _ready = new();
    private string? _config;
    private int _attempts;

    public string Start()
    {
        var thread = new Thread(() =>
        {
            _config = load();
            _ready.Set();
            _attempts++; // expect: RACE#1
        });
        thread.Start();
        _ready.Wait();
        string result = $"{_config} after {_attempts}"; // expect: RACE#1
        thread.Join();
        return result;
    }
}
