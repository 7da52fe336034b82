// Every device locks its own object, but the counter is static: two devices hold two locks and change it at once. difficulty: hard
namespace Cases.U553;

public sealed class Device(string model)
{
    private static int s_lastSerial;
    private readonly object _sync = new();
    private string? _serial;

    public string Register()
    {
        lock (_sync)
        {
            if (_serial is null)
            {
                s_lastSerial++; // expect: INCONSISTENT_LOCK#1, RACE?
                _serial = $"{model}-{s_lastSerial:D6}"; // expect: INCONSISTENT_LOCK#1, RACE?
            }
            return _serial;
        }
    }

    public static void RegisterAll(IEnumerable<Device> devices)
    {
        Parallel.ForEach(devices, device => device.Register());
    }
}
