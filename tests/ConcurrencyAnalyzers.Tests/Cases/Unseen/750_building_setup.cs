// The list itself never changes, but reading the field, adding and storing the new list are three steps: a sink added in between is lost. difficulty: medium
using System.Collections.Immutable;

namespace Cases.U750;

public interface IAlarmSink
{
    void Raise(string zone, int severity);
}

public sealed class AlarmHub
{
    private volatile ImmutableList<IAlarmSink> _sinks = ImmutableList<IAlarmSink>.Empty;

    public int SinkCount => _sinks.Count;

    public void Attach(IAlarmSink sink)
    {
        _sinks = _sinks.Add(sink); // expect: NON_ATOMIC, RACE?
    }

    public void Raise(string zone, int severity)
    {
        foreach (var sink in _sinks)
        {
            sink.Raise(zone, severity);
        }
    }
}

public sealed class BuildingSetup(Func<string, Task<IAlarmSink?>> connect)
{
    public async Task<AlarmHub> DiscoverAsync(IEnumerable<string> addresses)
    {
        var hub = new AlarmHub();
        await Parallel.ForEachAsync(addresses, async (address, _) =>
        {
            var sink = await connect(address);
            if (sink != null)
            {
                hub.Attach(sink);
            }
        });
        return hub;
    }
}
