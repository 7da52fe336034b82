// A permit is held for every lease, so the bag of idle channels can never outgrow the limit; leases return once. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U713;

public interface IRemoteChannel
{
    bool IsBroken { get; }

    Task<string> SendAsync(string command);
}

public sealed class ChannelPool(int limit, Func<Task<IRemoteChannel>> open)
{
    private readonly SemaphoreSlim _permits = new(limit, limit);
    private readonly ConcurrentBag<IRemoteChannel> _idle = [];

    public async Task<Lease> RentAsync(CancellationToken stop)
    {
        await _permits.WaitAsync(stop);
        try
        {
            IRemoteChannel channel = _idle.TryTake(out IRemoteChannel? pooled) ? pooled : await open();
            return new Lease(this, channel);
        }
        catch
        {
            _permits.Release();
            throw;
        }
    }

    public async Task<string> SendAsync(string command, CancellationToken stop)
    {
        using Lease lease = await RentAsync(stop);
        return await lease.Channel.SendAsync(command);
    }

    private void Return(IRemoteChannel channel)
    {
        if (!channel.IsBroken)
        {
            _idle.Add(channel);
        }
        _permits.Release();
    }

    public sealed class Lease(ChannelPool pool, IRemoteChannel channel) : IDisposable
    {
        private int _returned;

        public IRemoteChannel Channel => channel;

        public void Dispose()
        {
            if (Interlocked.CompareExchange(ref _returned, 1, 0) == 0)
            {
                pool.Return(channel);
            }
        }
    }
}
