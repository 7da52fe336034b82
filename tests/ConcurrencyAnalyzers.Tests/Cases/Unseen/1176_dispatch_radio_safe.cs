using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1176;

public interface ITrunkRadio
{
    void Call(int id, string unit);
}

/// Calls ambulance units over radio; an unanswered call ends by its token or with the desk.
public sealed class DispatchDesk(ITrunkRadio radio) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, TaskCompletionSource<string>> _calls = new();
    private int _lastId;
    private int _closed;

    public async Task<string> CallAsync(string unit, CancellationToken token)
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        int id;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed != 0, this);
            id = ++_lastId;
            _calls.Add(id, answer);
        }

        await using var registration = token.Register(() =>
        {
            if (Take(id) is { } call)
                call.TrySetCanceled(token);
        });

        radio.Call(id, unit);
        return await answer.Task;
    }

    // Called by the receiver thread.
    public void Answered(int id, string position) => Take(id)?.TrySetResult(position);

    private TaskCompletionSource<string>? Take(int id)
    {
        lock (_gate)
        {
            return _calls.Remove(id, out var call) ? call : null;
        }
    }

    public void Dispose()
    {
        TaskCompletionSource<string>[] open;
        lock (_gate)
        {
            if (_closed != 0)
                return;
            _closed = 1;
            open = [.. _calls.Values];
            _calls.Clear();
        }
        foreach (var call in open)
            call.TrySetException(new ObjectDisposedException(nameof(DispatchDesk)));
    }
}
