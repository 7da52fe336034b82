// The caller reads what the thread wrote before it completed the source.
namespace Cases.S092;

public sealed class Handshake
{
    private string _peer = "";

    public async Task<string> GreetAsync(Func<string> receive)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            _peer = receive();
            done.SetResult();
        });
        thread.Start(); // expect: MISSING_JOIN?
        await done.Task;
        return _peer;
    }
}
