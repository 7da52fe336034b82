// The first one in makes the object; the others do not wait for it and use what is not there.
namespace Cases.C384;

public sealed class Prices
{
    private int _initialized;
    private Dictionary<string, int>? _table;

    public int Get(string key)
    {
        if (Interlocked.CompareExchange(ref _initialized, 1, 0) == 0) // expect: LAZY_INIT
        {
            _table = new Dictionary<string, int> { ["a"] = 1 };
        }

        return _table![key];
    }
}

public static class Codes
{
    private static int s_claimed;
    private static string[] s_codes = null!;

    public static string At(int number)
    {
        if (Interlocked.Exchange(ref s_claimed, 1) == 0) // expect: LAZY_INIT
        {
            s_codes = File.ReadAllLines("codes.txt");
        }

        return s_codes[number];
    }
}

public sealed class Pump
{
    private int _started;
    private Timer _timer = null!;

    public void Speed(int period)
    {
        if (Interlocked.CompareExchange(ref _started, 1, 0) == 0) // expect: LAZY_INIT
            _timer = new Timer(static _ => Console.Beep(), null, Timeout.Infinite, Timeout.Infinite);
        _timer.Change(0, period);
    }
}
