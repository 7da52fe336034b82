// The constructor starts the work, which ends the wait by the same member as the callback: that is no part of the making.
namespace Cases.R299;

public sealed class Wait
{
    private readonly TaskCompletionSource<int> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _ended;

    public Wait(Func<Task<int>> work, CancellationToken token)
    {
        token.Register(() => End(-1));
        _ = RunAsync(work);
    }

    public Task<int> Result => _result.Task;

    private async Task RunAsync(Func<Task<int>> work)
    {
        var answer = await work().ConfigureAwait(false);
        End(answer);
    }

    private void End(int answer)
    {
        if (_ended)
            return;
        _ended = true;
        _result.TrySetResult(answer);
    }
}
