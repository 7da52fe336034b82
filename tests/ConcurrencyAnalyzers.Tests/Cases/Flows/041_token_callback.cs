// Whoever cancels runs the callback, at any time from the registration on.
namespace Cases.F041;

public sealed class Download
{
    private readonly List<string> _parts = [];

    public async Task RunAsync(CancellationToken token)
    {
        using var registration = token.Register(() => _parts.Clear()); // expect: RACE
        for (var i = 0; i < 10; i++)
        {
            _parts.Add("part"); // expect: RACE
            await Task.Delay(100);
        }
    }
}
