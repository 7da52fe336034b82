// The nearest wrong one: what the callback reads is stored by the constructor alone, too late.
namespace Cases.R300;

public sealed class Wait
{
    private readonly TaskCompletionSource<int> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _onCancel;

    public Wait(int onCancel, CancellationToken token)
    {
        token.Register(() => _result.TrySetResult(_onCancel));
        _onCancel = onCancel; // expect: RACE, LAZY_INIT?
    }

    public Task<int> Result => _result.Task;
}
