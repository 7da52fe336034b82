// CONC1005: a number is read before an await and written, one higher, after it
namespace Stress;

public sealed class Raffle
{
    private readonly object _logGate = new();
    private readonly List<string> _log = [];
    private int _sold;

    public async Task SellAsync()
    {
        var sold = _sold;
        await Task.Yield();
        _sold = sold + 1;
    }

    public void Log(string line)
    {
        lock (_logGate)
        {
            _log.Add(line);
        }
    }

    private async Task GuestAsync()
    {
        for (var i = 0; i < 50; i++)
            await SellAsync();
    }

    private async Task<int> EveningAsync()
    {
        await Task.WhenAll(GuestAsync(), GuestAsync());
        return _sold;
    }

    public static int Run() => Rounds.Play(() => new Raffle().EveningAsync().GetAwaiter().GetResult() == 100);
}
