using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1169;

public interface IPagerModem
{
    void Transmit(int id, string number, string text);
}

/// Sends pages to clinic staff and completes when the receiver was acknowledged.
public sealed class PagerGateway(IPagerModem modem)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, TaskCompletionSource<bool>> _open = new();
    private int _lastId;

    public async Task<bool> PageAsync(string number, string text, CancellationToken token)
    {
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        int id;
        lock (_gate)
        {
            id = ++_lastId;
            _open.Add(id, done);
        }

        await using var registration = token.Register(() =>
        {
            if (_open.Remove(id)) // expect: INCONSISTENT_LOCK
                done.TrySetCanceled(token);
        });

        modem.Transmit(id, number, text);
        return await done.Task;
    }

    // Called by the receiving thread of the modem.
    public void Acknowledged(int id, bool read)
    {
        TaskCompletionSource<bool>? done;
        lock (_gate)
        {
            if (!_open.Remove(id, out done))
                return;
        }
        done.TrySetResult(read);
    }

    public int Unanswered
    {
        get
        {
            lock (_gate)
            {
                return _open.Count;
            }
        }
    }
}
