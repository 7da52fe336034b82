// Waits for the reply to a telegram; the caller's token ends the waiting. difficulty: medium
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1354;

public sealed class TelegramReply
{
    private readonly TaskCompletionSource<string> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lateReplies;

    public int LateReplies => Volatile.Read(ref _lateReplies);

    public void OnReply(string text)
    {
        if (!_reply.TrySetResult(text))
        {
            Interlocked.Increment(ref _lateReplies);
        }
    }

    public async Task<string> WaitAsync(CancellationToken giveUp)
    {
        using var registration = giveUp.Register(() => _reply.TrySetCanceled(giveUp));
        return await _reply.Task;
    }
}
