// CONC3002: nobody awaits the task, so the work is not done when the caller goes on
namespace Stress;

public sealed class LostLetter
{
    private int _delivered;

    private async Task DeliverAsync()
    {
        await Task.Delay(10);
        Interlocked.Increment(ref _delivered);
    }

    private async Task<int> DayAsync()
    {
        for (var letter = 0; letter < 3; letter++)
            DeliverAsync();
        await Task.Yield();
        return Volatile.Read(ref _delivered);
    }

    public static int Run() => Rounds.Play(() => new LostLetter().DayAsync().GetAwaiter().GetResult() == 3);
}
