// CONC3002: the exception of a task that nobody awaits is never seen
namespace Stress;

public static class QuietFailure
{
    private static Task CheckAsync(int value) => Task.Run(() =>
    {
        if (value < 0)
            throw new ArgumentOutOfRangeException(nameof(value));
    });

    private static async Task<bool> IsRefusedAsync(int value)
    {
        try
        {
            CheckAsync(value);
            await Task.Delay(10);
            return false;
        }
        catch (ArgumentOutOfRangeException)
        {
            return true;
        }
    }

    public static int Run() => Rounds.Play(() => IsRefusedAsync(-1).GetAwaiter().GetResult());
}
