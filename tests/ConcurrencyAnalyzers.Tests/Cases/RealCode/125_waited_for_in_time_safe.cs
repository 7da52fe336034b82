// A wait with a time limit says whether the end came; who goes on only then has it before him.
namespace Cases.R125;

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
}

public sealed class Hosts
{
    private readonly List<string> _names = ["a", "b"];

    public async Task ConnectAsync()
    {
        var lookedUp = LookUpAsync();
        if (!await lookedUp.EndsWithinAsync(1000))
            throw new TimeoutException();
        foreach (var name in _names)
            Console.WriteLine(name);
    }

    public void Connect()
    {
        var lookedUp = Task.Run(LookUp);
        if (!lookedUp.Wait(1000))
            throw new TimeoutException();
        foreach (var name in _names)
            Console.WriteLine(name);
    }

    public void ConnectByThread()
    {
        var thread = new Thread(LookUp);
        thread.Start();
        var isDone = thread.Join(1000);
        if (isDone)
            foreach (var name in _names)
                Console.WriteLine(name);
    }

    public async Task ConnectFirstAsync()
    {
        var lookedUp = LookUpAsync();
        var first = await Task.WhenAny(lookedUp, Task.Delay(1000));
        if (first != lookedUp)
            throw new TimeoutException();
        foreach (var name in _names)
            Console.WriteLine(name);
    }

    private void LookUp() => _names.Add("c");

    private async Task LookUpAsync()
    {
        await Task.Yield();
        _names.Add("c");
    }
}
