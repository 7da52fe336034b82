using System;

namespace RealCode328;

// What the system says is asked again after a while: two threads that do so at once store the same, or nearly.
public static class Machine
{
    private const int Interval = 30000;

    private static volatile int _processors;
    private static volatile int _lastLook;

    public static int Processors
    {
        get
        {
            var now = Environment.TickCount;
            if (_processors == 0 || now - _lastLook >= Interval)
            {
                _processors = Environment.ProcessorCount;
                _lastLook = now;
            }

            return _processors;
        }
    }
}
