// The nearest wrong ones: they go on when the time is up, too.
namespace Cases.R126;

internal static class Waits
{
    internal static async Task<bool> EndsWithinAsync(this Task task, int milliseconds)
    {
        using var given = new CancellationTokenSource();
        if (task == await Task.WhenAny(task, Task.Delay(milliseconds, given.Token)))
        {
            given.Cancel();
            await task;
            return true;
        }

        return false;
    }

    internal static async Task<bool> HasTimeAsync(this Task task, int milliseconds)
    {
        await Task.WhenAny(task, Task.Delay(milliseconds));
        return true;
    }
}

public sealed class Hosts
{
    private readonly List<string> _names = ["a", "b"];

    public async Task ConnectAsync()
    {
        var lookedUp = LookUpAsync();
        if (!await lookedUp.EndsWithinAsync(1000))
            Console.WriteLine("late");
        foreach (var name in _names) // expect: RACE
            Console.WriteLine(name);
    }

    public async Task ConnectSomehowAsync()
    {
        var lookedUp = LookUpAsync();
        if (!await lookedUp.HasTimeAsync(1000))
            return;
        foreach (var name in _names) // expect: RACE
            Console.WriteLine(name);
    }

    public async Task ConnectLateAsync()
    {
        var lookedUp = LookUpAsync();
        if (await lookedUp.EndsWithinAsync(1000))
            return;
        foreach (var name in _names) // expect: RACE
            Console.WriteLine(name);
    }

    private async Task LookUpAsync()
    {
        await Task.Yield();
        _names.Add("c"); // expect: RACE?
    }
}
