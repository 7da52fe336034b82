// Pending replies and the closed flag change only under the lock, the frame counter belongs to the read loop and is read after that loop was awaited. difficulty: hard
namespace Cases.U870;

public sealed class DeviceRpc : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, TaskCompletionSource<string>> _pending = [];
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly TextWriter _output;
    private readonly Task _reading;
    private int _lastId;
    private bool _closed;
    private int _frames;

    public DeviceRpc(TextReader input, TextWriter output)
    {
        _output = output;
        _reading = Task.Run(() => ReadLoopAsync(input));
    }

    public async Task<string> CallAsync(string command)
    {
        var reply = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        int id;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            id = ++_lastId;
            _pending.Add(id, reply);
        }
        await _writing.WaitAsync().ConfigureAwait(false);
        try
        {
            await _output.WriteLineAsync($"{id} {command}").ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
        return await reply.Task.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
        _stop.Dispose();
        Console.WriteLine($"device link closed after {_frames} frames");
    }

    private async Task ReadLoopAsync(TextReader input)
    {
        try
        {
            while (await input.ReadLineAsync(_stop.Token).ConfigureAwait(false) is { } line)
            {
                _frames++;
                var space = line.IndexOf(' ');
                if (space > 0 && int.TryParse(line.AsSpan(0, space), out var id))
                {
                    Take(id)?.TrySetResult(line[(space + 1)..]);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // disposed
        }
        finally
        {
            lock (_gate)
            {
                _closed = true;
                foreach (var reply in _pending.Values)
                {
                    reply.TrySetCanceled();
                }
            }
        }
    }

    private TaskCompletionSource<string>? Take(int id)
    {
        lock (_gate)
        {
            return _pending.Remove(id, out var reply) ? reply : null;
        }
    }
}
