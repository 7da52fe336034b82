// Sensors in a beehive raise and clear their alarm bits; the beekeeper's lamp shows whether any is set. difficulty: medium
namespace Cabinet.C1403;

[Flags]
public enum HiveAlarm
{
    None = 0,
    Heat = 1,
    Swarm = 2,
    Intruder = 4,
}

public sealed class HiveMonitor
{
    private volatile HiveAlarm _alarms;

    public bool LampIsOn => _alarms != HiveAlarm.None;

    public void Watch(Func<bool> tooHot, Func<bool> swarming, CancellationToken stop)
    {
        var heat = new Thread(() => Poll(HiveAlarm.Heat, tooHot, stop));
        var swarm = new Thread(() => Poll(HiveAlarm.Swarm, swarming, stop));
        heat.Start();
        swarm.Start();
        heat.Join();
        swarm.Join();
    }

    private void Poll(HiveAlarm alarm, Func<bool> sensor, CancellationToken stop)
    {
        while (!stop.WaitHandle.WaitOne(100))
        {
            if (sensor())
            {
                _alarms |= alarm; // expect: NON_ATOMIC#1, RACE?
            }
            else
            {
                _alarms &= ~alarm; // expect: NON_ATOMIC#1, RACE?
            }
        }
    }
}
