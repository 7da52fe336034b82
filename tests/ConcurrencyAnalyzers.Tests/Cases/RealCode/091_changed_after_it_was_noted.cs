// The nearest wrong one: what was handed out is noted, and changed all the same.
namespace Cases.R091;

public static class Settings
{
    private static readonly object s_gate = new();
    private static Dictionary<string, string> s_values = new();
    private static Dictionary<string, string>? s_handedOut;

    public static void Set(string name, string value)
    {
        lock (s_gate)
        {
            s_values[name] = value;
            s_handedOut = null;
        }
    }

    public static void Remove(string name)
    {
        lock (s_gate)
        {
            s_values.Remove(name);
            s_handedOut = null;
        }
    }

    public static IReadOnlyDictionary<string, string> All()
    {
        lock (s_gate)
        {
            s_handedOut = s_values;
            return s_values; // expect: ESCAPES_LOCK
        }
    }
}
