namespace Telephony.Dialing;

public interface ILine
{
    Task<bool> DialAsync(string number);
    void HangUp();
}

public sealed class CallCampaign(Func<ILine> openLine)
{
    private readonly object _gate = new();
    private readonly HashSet<ILine> _active = [];
    private bool _stopped;
    private int _answered;

    public int Answered => Volatile.Read(ref _answered);

    public async Task RunAsync(IReadOnlyList<string> numbers, int lines, CancellationToken ct)
    {
        await using CancellationTokenRegistration stop = ct.Register(static s => ((CallCampaign)s!).HangUpAll(), this);
        int next = -1;
        await Task.WhenAll(Enumerable.Range(0, lines).Select(_ => Task.Run(async () =>
        {
            for (int i = Interlocked.Increment(ref next); i < numbers.Count; i = Interlocked.Increment(ref next))
            {
                ILine line = openLine();
                if (!Track(line))
                {
                    return;
                }
                try
                {
                    if (await line.DialAsync(numbers[i]).ConfigureAwait(false))
                    {
                        Interlocked.Increment(ref _answered);
                    }
                }
                finally
                {
                    Untrack(line);
                }
            }
        }, CancellationToken.None))).ConfigureAwait(false);
    }

    private bool Track(ILine line)
    {
        lock (_gate)
        {
            if (_stopped)
            {
                return false;
            }
            _active.Add(line);
            return true;
        }
    }

    private void Untrack(ILine line)
    {
        lock (_gate)
        {
            _active.Remove(line);
        }
    }

    private void HangUpAll()
    {
        ILine[] lines;
        lock (_gate)
        {
            _stopped = true;
            lines = [.. _active];
            _active.Clear();
        }
        foreach (ILine line in lines)
        {
            line.HangUp();
        }
    }
}
