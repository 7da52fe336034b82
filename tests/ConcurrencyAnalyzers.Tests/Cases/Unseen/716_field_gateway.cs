// One pump per port: they increment a volatile counter and write a plain dictionary at the same time. difficulty: easy
using System.Threading.Channels;

namespace Cases.U716;

public sealed record Reading(string DeviceId, double Celsius, DateTimeOffset At);

public sealed class FieldGateway
{
    private readonly Dictionary<string, Reading> _latest = new();
    private readonly double _alarmAbove;
    private volatile int _received;

    public FieldGateway(double alarmAbove)
    {
        _alarmAbove = alarmAbove;
    }

    public event Action<Reading>? Alarm;

    public int Received => _received;

    public async Task<IReadOnlyCollection<Reading>> RunAsync(IEnumerable<ChannelReader<Reading>> ports, CancellationToken stop)
    {
        List<Task> pumps = ports.Select(port => Task.Run(() => PumpAsync(port, stop), stop)).ToList();
        await Task.WhenAll(pumps);
        return _latest.Values.ToArray();
    }

    private async Task PumpAsync(ChannelReader<Reading> port, CancellationToken stop)
    {
        await foreach (Reading reading in port.ReadAllAsync(stop))
        {
            Accept(reading);
        }
    }

    private void Accept(Reading reading)
    {
        _received++; // expect: NON_ATOMIC
        _latest[reading.DeviceId] = reading; // expect: RACE
        if (reading.Celsius > _alarmAbove)
        {
            Alarm?.Invoke(reading);
        }
    }
}
