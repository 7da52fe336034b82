using System.Threading;

namespace Cases.Registrations;

public sealed class Attempts402
{
    private int _aborts;

    public int Run(CancellationToken abort)
    {
        var registration = abort.Register(() => _aborts++); // expect: RACE#1
        Work();
        registration.Unregister();
        return _aborts; // expect: RACE#1
    }

    private static void Work() => Thread.Sleep(10);
}

public sealed class Waiting402
{
    private int _aborts;

    public int Run(CancellationToken abort)
    {
        var registration = abort.Register(() => _aborts++);
        Work();
        registration.Dispose();
        return _aborts;
    }

    private static void Work() => Thread.Sleep(10);
}
