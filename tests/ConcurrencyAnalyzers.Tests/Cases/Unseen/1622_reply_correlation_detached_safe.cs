// Requests wait in a table until the reply with their number arrives or the link breaks. difficulty: medium
namespace Cases.U1622;

public interface ILink
{
    event Action<long, byte[]>? Received;
    event Action<Exception>? Broken;
    void Send(long id, byte[] body);
}

public sealed class PendingTable
{
    private readonly Lock _gate = new();
    private Dictionary<long, TaskCompletionSource<byte[]>> _byId = [];
    private long _lastId;

    public long Add(TaskCompletionSource<byte[]> reply)
    {
        lock (_gate)
        {
            long id = ++_lastId;
            _byId.Add(id, reply);
            return id;
        }
    }

    public TaskCompletionSource<byte[]>? Take(long id)
    {
        lock (_gate)
        {
            return _byId.Remove(id, out var reply) ? reply : null;
        }
    }

    public int FailAll(Exception reason)
    {
        Dictionary<long, TaskCompletionSource<byte[]>> orphans;
        lock (_gate)
        {
            orphans = _byId;
            _byId = [];
        }

        int failed = 0;
        foreach (var reply in orphans.Values)
        {
            if (reply.TrySetException(reason))
            {
                failed++;
            }
        }
        orphans.Clear();
        return failed;
    }
}

public sealed class RequestClient
{
    private readonly PendingTable _pending = new();
    private readonly ILink _link;

    public RequestClient(ILink link)
    {
        _link = link;
        _link.Received += OnReceived;
        _link.Broken += OnBroken;
    }

    public Task<byte[]> AskAsync(byte[] body)
    {
        var reply = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        long id = _pending.Add(reply);
        _link.Send(id, body);
        return reply.Task;
    }

    public Task<byte[][]> AskAllAsync(IEnumerable<byte[]> bodies) =>
        Task.WhenAll(bodies.Select(body => Task.Run(() => AskAsync(body))));

    private void OnReceived(long id, byte[] body) => _pending.Take(id)?.TrySetResult(body);

    private void OnBroken(Exception reason) => _pending.FailAll(reason);
}
