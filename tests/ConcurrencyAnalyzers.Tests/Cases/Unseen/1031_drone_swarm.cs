namespace Drones.Swarm;

public interface IRadio
{
    Task<bool> PingAsync(int drone, CancellationToken ct);
}

public sealed class LinkQuality
{
    private volatile int _sent;
    private volatile int _lost;
    private volatile bool _degraded;

    public bool Degraded => _degraded;

    public double LossRate
    {
        get
        {
            int sent = _sent;
            return sent == 0 ? 0 : (double)_lost / sent;
        }
    }

    public void Sent() => _sent++; // expect: NON_ATOMIC, RACE?

    public void Lost()
    {
        _lost += 1; // expect: NON_ATOMIC, RACE?
        if (LossRate > 0.3)
        {
            _degraded = true;
        }
    }
}

public sealed class SwarmController(IRadio radio, int drones)
{
    private readonly LinkQuality _link = new();

    public async Task<double> SurveyAsync(int rounds, CancellationToken ct)
    {
        Task[] loops = Enumerable.Range(1, drones)
            .Select(d => Task.Run(() => KeepAliveAsync(d, rounds, ct), ct))
            .ToArray();
        await Task.WhenAll(loops);
        return _link.LossRate;
    }

    private async Task KeepAliveAsync(int drone, int rounds, CancellationToken ct)
    {
        for (int i = 0; i < rounds && !_link.Degraded; i++)
        {
            _link.Sent();
            if (!await radio.PingAsync(drone, ct).ConfigureAwait(false))
            {
                _link.Lost();
            }
            await Task.Delay(20, ct).ConfigureAwait(false);
        }
    }
}
