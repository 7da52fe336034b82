// The nearest wrong one of 060: nobody waits for the loop that is on before the next is started.
namespace Cases.R099;

public sealed class Writer
{
    private int _written;

    public void Reset() => Task.Run(RunAsync);

    private async Task RunAsync()
    {
        await Task.Delay(10);
        _written++; // expect: RACE
    }
}

public sealed class Session(Writer writer)
{
    public async Task RunAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            writer.Reset();
            await Task.Delay(100);
        }
    }
}
